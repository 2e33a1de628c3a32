// Generated from the JSON Schemas by `npm run generate`. Do not edit.

/** Says whether a value is valid, and nothing else. */
export type Validator = (data: unknown) => boolean

/** Every schema's validator by the schema's $id. */
export declare const validators: ReadonlyMap<string, Validator>
