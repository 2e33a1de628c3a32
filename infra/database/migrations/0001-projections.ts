/** Registry of builds and progress of jobs. */
export const projections: readonly string[] = [
  `create table "projection_builds" ("name" text not null, "build" integer not null, "version" integer not null, "position" bigint not null, "state" text not null, "history" text not null, "digest" text, "digest_position" bigint, constraint "projection_builds_key" primary key ("name", "build"))`,
  // The engine itself keeps a projection from having two live copies.
  `create unique index "projection_builds_live" on "projection_builds" ("name") where "state" = 'live'`,
  `create table "job_progress" ("operation" text primary key, "kind" text not null, "subject" text not null, "done" bigint not null, "total" bigint not null, "started_at" bigint not null, "updated_at" bigint not null, "outcome" text)`,
]
