from tests.factories.events import make_agenda_item, make_event, make_venue

__all__ = ["make_agenda_item", "make_event", "make_venue"]
from tests.factories.mailings import make_message as make_message
