from tests.factories.events import make_agenda_item, make_event, make_venue

__all__ = ["make_agenda_item", "make_event", "make_venue"]
