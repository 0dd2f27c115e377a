"""The program with one mistake or one sickness, run instead of ``-m bot``, and a plain bot to compare."""
