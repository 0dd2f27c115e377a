"""Nobody is shown a row outside their subtree, whatever they ask and however the tree looks."""
