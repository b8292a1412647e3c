/** JSON schemas of the request classes, read from their decorators. */
import { partsOf } from '@sevengrid/shared/kernel/fields';
import type { RequestClass } from '@sevengrid/shared/kernel/route';
import { getMetadataStorage } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import type { JsonSchema } from './reply-schemas';

const PREFIX = '#/components/schemas/';

/** By name of the class; names of request classes are unique across domains. */
export function requestSchemas(): Record<string, JsonSchema> {
  return validationMetadatasToSchemas({
    classValidatorMetadataStorage: getMetadataStorage(),
    refPointerPrefix: PREFIX,
    additionalConverters: {
      nestedValidation: (meta) => {
        if (typeof meta.target !== 'function') return {};
        const part = partsOf(meta.target as RequestClass).get(meta.propertyName);
        const list = Reflect.getMetadata('design:type', meta.target.prototype as object, meta.propertyName) === Array;
        const schema = part ? { $ref: PREFIX + part.name } : {};
        return list ? { type: 'array', items: schema } : schema;
      },
    },
  }) as unknown as Record<string, JsonSchema>;
}
