"""Tests: readable dialogues first, then gates, channels, storage and crashes."""
