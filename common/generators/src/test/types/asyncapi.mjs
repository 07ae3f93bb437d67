// Holds a document on the standard input against the schema that AsyncAPI publishes, and follows its references.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const Ajv = require("ajv").default;
const formats = require("ajv-formats").default;
const document = JSON.parse(readFileSync(0, "utf8"));
const wrong = [];

const schema = require("@asyncapi/specs").schemas[document.asyncapi];
if (schema === undefined) {
    wrong.push(`There is no AsyncAPI ${document.asyncapi}`);
} else {
    // The schema brings that of schemas along.
    const ajv = new Ajv({ meta: false, validateSchema: false, strict: false, allErrors: true, unicodeRegExp: false, logger: false });
    formats(ajv);
    if (!ajv.validate(schema, document)) {
        ajv.errors.forEach((error) => wrong.push(`${error.instancePath} ${error.message}`));
    }
}

function follow(node, place) {
    if (node === null || typeof node !== "object") {
        return;
    }
    if (typeof node.$ref === "string") {
        const found = node.$ref.split("/").slice(1).reduce((at, name) => at?.[name.replaceAll("~1", "/").replaceAll("~0", "~")], document);
        if (!node.$ref.startsWith("#/") || found === undefined) {
            wrong.push(`${place} refers to ${node.$ref}, which is not there`);
        }
    }
    Object.entries(node).forEach(([name, value]) => follow(value, `${place}/${name}`));
}

follow(document, "");
if (wrong.length > 0) {
    console.error(wrong.slice(0, 20).join("\n"));
    process.exit(1);
}
