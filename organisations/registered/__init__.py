"""What this app offers to those below, loaded when Django starts."""

from organisations.registered import register as register
