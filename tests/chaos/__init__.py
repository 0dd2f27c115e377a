"""What breaks around the program: disks, clocks, networks, platforms, people. Each fault is a trial that
can be repeated; ``python -m tests.chaos`` plays them, the ordinary tests a quick part of them."""
