/** Who keeps the read database up: one row, of whoever holds the lease. */
export const projectorLease: readonly string[] = [
  'create table "projector_lease" ("one" integer primary key, "holder" text not null, "beat" bigint not null)',
  `insert into "projector_lease" ("one", "holder", "beat") values (1, '', 0)`,
]
