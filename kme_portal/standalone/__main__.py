"""python -m kme_portal.standalone run [--port PORT] | exec [--fast] -- COMMAND"""

import argparse
import os
import sys
from pathlib import Path

from kme_portal.standalone.children import Stopped, fail
from kme_portal.standalone.config import (
    ROOT,
    CannotStart,
    Folders,
    Plan,
    Ports,
    read_environment_file,
)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m kme_portal.standalone", description=__doc__)
    parser.add_argument(
        "--local", type=Path, default=ROOT / ".local", metavar="FOLDER", help="the data (.local)"
    )
    modes = parser.add_subparsers(dest="mode", required=True)
    run = modes.add_parser("run", help="start the whole portal until Ctrl-C")
    run.add_argument("--port", type=int, default=8000, help="of the portal on this machine (8000)")
    run.add_argument("--verbose", action="store_true", help="show what worker and beat do")
    execute = modes.add_parser("exec", help="start the two servers only, for one command")
    execute.add_argument("--fast", action="store_true", help="own servers for tests, without fsync")
    execute.add_argument("--data", metavar="NAME", help="own servers with data in .local/NAME")
    execute.add_argument("command", nargs=argparse.REMAINDER)
    given = parser.parse_args(arguments)

    local = given.local.absolute()
    try:
        if file := os.environ.get("ENV_FILE"):
            os.environ.update(read_environment_file(Path(file)) | os.environ)
        if given.mode == "exec":
            from kme_portal.standalone.execute import execute_command

            command = given.command[1:] if given.command[:1] == ["--"] else given.command
            if not command:
                parser.error("exec needs a command: exec -- COMMAND")
            folder = local / given.data if given.data else local
            return execute_command(folder, command, fast=given.fast)
        from kme_portal.standalone.run import run_portal

        return run_portal(
            Plan(Folders(local), Ports(given.port), whole=True), verbose=given.verbose
        )
    except CannotStart as problem:
        fail(str(problem))
        return 1
    except Stopped as stopped:
        return 128 + stopped.number
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
