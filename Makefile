# Every target makes what it needs; `make help` lists them.

PYTHON ?= python3
PORT ?= 8000
PY := .venv/bin/python
SERVERS := $(PY) -m kme_portal.standalone exec
SOURCES := kme_portal organisations events dialogues funding benchmarks tests

# Production's settings, for the checks that judge them; nothing is reached by them.
AS_IN_PRODUCTION := env -u DEMO SECRET_KEY=only-for-these-checks-0123456789-abcdefghijklmnopqrstuvwxyz \
	ADDRESS_DIGEST_KEY=only-for-checks ALLOWED_HOSTS=portal.example \
	PORTAL_URL=https://portal.example EMAIL_URL=smtp://localhost:25 \
	DEFAULT_FROM_EMAIL=portal@portal.example

# Hashed, for every Python from 3.11.2 on, and without a word about where packages come from.
COMPILE := .venv/bin/uv pip compile --quiet --generate-hashes --universal --python-version 3.11.2 \
	--no-header --no-annotate --no-emit-index-url $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench messages assets lock shell clean python \
	backup restore release update sbom environment test-environment

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: environment ## start the portal with all it needs; PORT=8001 for a second checkout
	@exec $(PY) -m kme_portal.standalone run --port $(PORT)

test: test-environment ## run every test; PYTEST_ARGS="tests/events -x" for some
	@$(PY) -m kme_portal.base.catalogues compile
	@# Fresh databases each time; dropping them is left to the next run, since the servers end now.
	@exec $(SERVERS) --fast -- .venv/bin/pytest -n 2 --dist loadgroup --create-db --reuse-db $(PYTEST_ARGS)

lint: test-environment ## check style, types, templates, migrations and settings
	.venv/bin/ruff check .
	.venv/bin/ruff format --check --quiet .
	.venv/bin/djlint templates --lint --quiet
	.venv/bin/bandit --quiet --configfile pyproject.toml --recursive $(filter-out tests,$(SOURCES))
	.venv/bin/mypy
	@# No file may tie the project to one package registry; the pattern does not match itself.
	@! git grep -nIE 'npmjs[.](org|com)|pypi[.]org|pythonhosted[.]org|yarnpkg[.]com'
	@$(SERVERS) --fast -- $(AS_IN_PRODUCTION) $(PY) manage.py makemigrations --check --dry-run
	@$(SERVERS) --fast -- $(AS_IN_PRODUCTION) $(PY) manage.py check --deploy --fail-level WARNING

format: test-environment ## let ruff put the code in order
	.venv/bin/ruff check --fix-only --quiet .
	.venv/bin/ruff format --quiet .

bench: test-environment ## print speed and size as ratios
	@$(PY) -m kme_portal.base.catalogues compile
	@exec $(SERVERS) --data bench -- $(PY) -m benchmarks

messages: test-environment ## take new texts into the catalogues; APP=events for one app's
	@exec $(PY) -m kme_portal.base.catalogues update $(APP)

assets: environment ## build style sheets and fonts

backup: environment ## back up database and uploads into BACKUP_DIR
	@exec $(SERVERS) -- $(PY) manage.py backup

restore: environment ## bring a backup back: FROM=folder, REPLACE=database where that is in use
	@exec $(SERVERS) -- $(PY) manage.py restore $(if $(REPLACE),--replace $(REPLACE)) $(FROM)

release: environment ## make all that an account without rights in this folder needs to run it
	@$(PY) -m kme_portal.base.catalogues compile
	@$(PY) -m compileall -q manage.py $(filter-out benchmarks tests,$(SOURCES))

update: environment ## after new code: back up, migrate, check; ENV_FILE names the environment
	@exec $(SERVERS) -- $(PY) manage.py update

shell: environment ## Django's shell on the local data
	@exec $(SERVERS) -- $(PY) manage.py shell

lock: test-environment ## renew requirements*.txt and package-lock.json; UPGRADE=1 for newer ones
	@$(COMPILE) -o requirements.txt pyproject.toml
	@$(COMPILE) -o requirements-run.txt --extra standalone pyproject.toml
	@$(COMPILE) -o requirements-dev.txt --extra standalone --extra dev pyproject.toml
	@npm install --package-lock-only --ignore-scripts $(if $(UPGRADE),&& npm update --package-lock-only)

sbom: ## list every locked package in sbom.json (CycloneDX); asks nobody
	@$(PYTHON) kme_portal/standalone/sbom.py > sbom.json

clean: ## remove what can be made again; the local data stay
	rm -rf .venv node_modules static/build staticfiles .pytest_cache .ruff_cache .mypy_cache

environment test-environment: python
	@$(PYTHON) kme_portal/standalone/environment.py $(if $(findstring test,$@),test,run)

python:
	@command -v $(PYTHON) >/dev/null || { echo; \
	  echo "The portal needs Python 3.11 or newer, and there is no $(PYTHON)."; \
	  echo "On Debian and Ubuntu: apt install python3 python3-venv"; echo; exit 1; }
