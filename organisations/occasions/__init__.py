"""Letters of this app, loaded when Django starts."""

from organisations.occasions import article14 as article14
from organisations.occasions import claiming as claiming
from organisations.occasions import my_association as my_association
from organisations.occasions import profile_check as profile_check
from organisations.occasions import registering as registering
