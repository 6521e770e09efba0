"""Letters of this app, loaded when Django starts."""

from events.occasions import campaigns as campaigns
from events.occasions import inviting as inviting
from events.occasions import registration as registration
