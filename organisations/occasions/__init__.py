"""Letters of this app, loaded when Django starts."""

from organisations.occasions import article14 as article14
