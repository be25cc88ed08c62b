// Answers 200 to each request that fits the description, and says of any other what is wrong with it.
//
//     node validator.mjs SPEC PORT      SPEC is a file of JSON

import { readFileSync } from 'node:fs';

import express from 'express';
import * as OpenApiValidator from 'express-openapi-validator';

const [spec, port] = process.argv.slice(2);
const app = express();

// Many descriptions of 3.0 have `nullable` where no `type` stands, which means nothing there (section 4.7.24.1), and for
// which the validator would give up the whole description.
function withoutIdleNullable(node) {
  if (Array.isArray(node)) {
    node.forEach(withoutIdleNullable);
  } else if (node !== null && typeof node === 'object') {
    if (node.nullable === true && node.type === undefined) {
      delete node.nullable;
    }
    Object.values(node).forEach(withoutIdleNullable);
  }
  return node;
}

app.use(express.json({ type: ['application/json', '+json'], strict: false, limit: '10mb' }));
app.use(express.urlencoded({ extended: true, type: 'application/x-www-form-urlencoded' }));
app.use(express.text({ type: ['text/*', 'application/xml', '+xml', 'application/x-ndjson', 'image/*'] }));
app.use(express.raw({ type: ['application/octet-stream', 'audio/*', 'video/*'], limit: '10mb' }));
app.use(
  OpenApiValidator.middleware({
    apiSpec: withoutIdleNullable(JSON.parse(readFileSync(spec, 'utf8'))),
    validateRequests: true,
    validateResponses: false,
    // That the credentials are there is looked at, and nothing else is known of them.
    validateSecurity: true,
    ignoreUndocumented: false,
  }),
);
app.use((request, response) => {
  response.status(200).json({ path: request.path, query: request.query, body: request.body ?? null });
});
app.use((error, request, response, next) => {
  const errors = (error.errors ?? []).map((one) => `${one.path} ${one.message}`);
  response.status(error.status ?? 500).json({ message: error.message, errors });
});

app.listen(Number(port), '127.0.0.1');
