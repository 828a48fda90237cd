"""Measures a release build of ecabinet-server beside references measured in the same run."""
