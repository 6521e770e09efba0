from events.registered import events

__all__ = ["events"]
