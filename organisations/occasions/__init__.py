"""Letters of this app, loaded when Django starts."""

from organisations.occasions import article14 as article14
from organisations.occasions import claiming as claiming
from organisations.occasions import registering as registering
