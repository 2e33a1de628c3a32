import type { FormSchema } from './form-schema.ts'

const wholeSuffix = /:v(\d+)$/

/** `urn:…:company-setup:v1` → `urn:…:company-setup:fragment:v1`. */
export const fragmentId = (formId: string): string => formId.replace(wholeSuffix, ':fragment:v$1')

/**
 * The schema of a **fragment** of a form: the same shape, closed in the same places, with nothing required but the `key` of
 * an element and no least number of elements. Events carry what they set as a fragment.
 *
 * `null` is never a value: what is to go is named in `removed`. An empty array or object says nothing.
 * `form` MUST be self-contained (see `formSchema`). Pure; the argument is not changed.
 */
export function fragmentSchema(form: FormSchema): FormSchema {
  const loosened = loosen(form, false)
  return {
    ...loosened,
    ...(form.$id === undefined ? {} : { $id: fragmentId(form.$id) }),
    ...(form.title === undefined ? {} : { title: `${form.title} (fragment)` }),
    ...(form['x-title-zh'] === undefined ? {} : { 'x-title-zh': `${form['x-title-zh']}（片段）` }),
  }
}

function loosen(schema: FormSchema, isElement: boolean): FormSchema {
  const { required: _required, minItems: _minItems, properties, items, ...rest } = schema
  return {
    ...rest,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, property]) => [name, loosen(property, false)]),
          ),
        }),
    ...(items === undefined ? {} : { items: loosen(items, true) }),
    ...(isElement && properties?.key !== undefined ? { required: ['key'] } : {}),
  }
}
