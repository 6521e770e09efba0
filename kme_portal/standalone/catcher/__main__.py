"""python -m kme_portal.standalone.catcher MAILBOX --smtp PORT --page PORT"""

import argparse
import signal
from pathlib import Path

from aiosmtpd.controller import Controller

from kme_portal.standalone.catcher.mailbox import Mailbox
from kme_portal.standalone.catcher.page import page_server
from kme_portal.standalone.catcher.smtp import Catcher

LARGEST_MAIL = 25 * 1024 * 1024


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m kme_portal.standalone.catcher")
    parser.add_argument("mailbox", type=Path)
    parser.add_argument("--smtp", type=int, required=True, help="port that takes mails")
    parser.add_argument("--page", type=int, required=True, help="port of the page")
    given = parser.parse_args()

    mailbox = Mailbox(given.mailbox)
    controller = Controller(
        Catcher(mailbox),
        hostname="127.0.0.1",
        port=given.smtp,
        server_hostname="localhost",
        data_size_limit=LARGEST_MAIL,
        enable_SMTPUTF8=True,
    )
    page = page_server(mailbox, given.page)

    def on_signal(number: int, frame: object) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, on_signal)
    controller.start()
    try:
        page.serve_forever()
    finally:
        controller.stop()
        page.server_close()


if __name__ == "__main__":
    main()
