"""What this app offers to those below, loaded when Django starts."""

from organisations.registered import joining as joining
from organisations.registered import my_association as my_association
from organisations.registered import register as register
