"""Offline bilingual briefings from Arabic news."""

__version__ = "0.1.0"
