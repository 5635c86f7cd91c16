"""soc2desk: from plain answers to an audit packet in which everything agrees."""

__version__ = "0.1.0"
