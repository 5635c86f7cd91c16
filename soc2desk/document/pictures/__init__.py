"""Pictures computed from plain values: each module lays one of them out as shapes, and knows no format."""
