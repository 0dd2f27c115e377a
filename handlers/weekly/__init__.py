"""The weekly roll-up, pure: made of a week's figures, told in words, each number explained."""
