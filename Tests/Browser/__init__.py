"""Journeys in real Chromium, by people who sit in the room."""
