-- Two accounts: the owner changes tables (migrations, backups, restores), the application only rows.
-- Run once by a superuser, in the portal's database: psql --dbname portal --file roles.sql
-- Then set passwords: \password kme_owner, \password kme_app

CREATE ROLE kme_owner LOGIN;
CREATE ROLE kme_app LOGIN CONNECTION LIMIT 60;

DO $$ BEGIN
    EXECUTE format('ALTER DATABASE %I OWNER TO kme_owner', current_database());
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO kme_app', current_database());
END $$;

-- Without IN SCHEMA, so that they hold for the schema that a restore makes anew.
ALTER DEFAULT PRIVILEGES FOR ROLE kme_owner GRANT USAGE ON SCHEMAS TO kme_app;
ALTER DEFAULT PRIVILEGES FOR ROLE kme_owner GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO kme_app;
ALTER DEFAULT PRIVILEGES FOR ROLE kme_owner GRANT USAGE, SELECT ON SEQUENCES TO kme_app;

-- A request that hangs, or a session left open in a transaction, must not stop all others.
ALTER ROLE kme_app SET statement_timeout = '60s';
ALTER ROLE kme_app SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE kme_app SET lock_timeout = '15s';
