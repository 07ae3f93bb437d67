// Runs the structured text that the generator writes, as far as it uses the language, to hold its results against the decoder.
// Bit strings and 64-bit integers are BigInts, other numbers are numbers.
const cut = (bits) => (x) => BigInt.asUintN(bits, BigInt(x));
const even = (x) => { const low = Math.floor(x); const rest = x - low; return rest < 0.5 ? low : rest > 0.5 ? low + 1 : low % 2 === 0 ? low : low + 1; };
const lib = {
    SHL: (x, n) => BigInt.asUintN(64, x << BigInt(n)), SHR: (x, n) => x >> BigInt(n), ABS: Math.abs,
    EXPT: (a, b) => Math.pow(a, b), BYTE_TO_DWORD: (x) => x, BYTE_TO_LWORD: (x) => x,
    DWORD_TO_BYTE: cut(8), LWORD_TO_BYTE: cut(8), DWORD_TO_DINT: (x) => Number(BigInt.asIntN(32, x)),
    DWORD_TO_UDINT: (x) => Number(BigInt.asUintN(32, x)), LWORD_TO_LINT: (x) => BigInt.asIntN(64, x),
    LWORD_TO_ULINT: (x) => x, LWORD_TO_DINT: (x) => Number(BigInt.asIntN(32, x)),
    DINT_TO_DWORD: cut(32), UDINT_TO_DWORD: cut(32), LINT_TO_LWORD: cut(64), ULINT_TO_LWORD: cut(64), DINT_TO_LWORD: cut(64),
    DINT_TO_LREAL: Number, UDINT_TO_LREAL: Number, LINT_TO_LREAL: Number, ULINT_TO_LREAL: Number,
    DINT_TO_REAL: Math.fround, REAL_TO_LREAL: (x) => x, LREAL_TO_REAL: Math.fround, REAL_TO_DINT: even,
    LREAL_TO_DINT: even, LREAL_TO_UDINT: even, LREAL_TO_LINT: (x) => BigInt(even(x)), LREAL_TO_ULINT: (x) => BigInt(even(x)),
};
function javascript(code) {
    return code.replace(/\(\*[\s\S]*?\*\)/g, "")
        .replace(/\b(?:BYTE|DWORD|LWORD)#16#([0-9A-F]+)/g, "0x$1n").replace(/\bU?LINT#(-?\d+)/g, "($1n)")
        .replace(/\b(?:U?DINT|L?REAL)#(-?[0-9.E+-]*\d)/g, "($1)")
        .replace(/(?<![:<>])=/g, "===").replace(/:=(?!=)/g, "=").replace(/<>/g, "!==")
        .replace(/\bAND\b/g, "&").replace(/\bOR\b/g, "|").replace(/\bTRUE\b/g, "true")
        .replace(/\bELSIF\b([\s\S]*?)\bTHEN\b/g, "} else if ($1) {").replace(/\bIF\b([\s\S]*?)\bTHEN\b/g, "if ($1) {")
        .replace(/\bELSE\b/g, "} else {").replace(/\bFOR i = (\d+) TO (\d+) DO/g, "for (i = $1; i <= $2; i++) {")
        .replace(/\bWHILE\b([\s\S]*?)\bDO\b/g, "while ($1) {").replace(/\bEND_(IF|FOR|WHILE);/g, "}");
}
function load(st) {
    const functions = { ...lib };
    for (const [, name, input, body] of st.matchAll(/\nFUNCTION (\w+) : \w+\nVAR_INPUT\n\s+(\w+)[\s\S]*?END_VAR\nVAR\n[\s\S]*?END_VAR\n([\s\S]*?)END_FUNCTION\n/g)) {
        const code = `let ${name}, Power, Part, Rest;\n` + javascript(body).replace(/\bRETURN\b/g, "return " + name) + `\nreturn ${name};`;
        functions[name] = (value) => new Function("lib", input, "with (lib) {" + code + "}")(functions, value);
    }
    const blocks = {};
    for (const [, name, declared, body] of st.matchAll(/\nFUNCTION_BLOCK (\w+)\n([\s\S]*?END_VAR\n[\s\S]*?END_VAR\n[\s\S]*?END_VAR\n)([\s\S]*?)END_FUNCTION_BLOCK/g)) {
        const type = /Value : (\w+);/.exec(declared)[1];
        const struct = new RegExp("TYPE " + type + " :\\nSTRUCT\\n([\\s\\S]*?)END_STRUCT").exec(st)[1];
        const arrays = [...struct.matchAll(/^    (\w+) : ARRAY/gm)].map((match) => match[1]);
        const run = new Function("lib", "Data", "Value", "with (lib) { let w, l, i;\n" + javascript(body) + "\nreturn { Data, Value }; }");
        blocks[name] = (data, value) => {
            for (const array of arrays) { value[array] = value[array] || []; }
            return run(functions, data, value);
        };
    }
    return blocks;
}
const cases = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(cases.map(({ code, octets }) => {
    const blocks = load(code);
    const decode = Object.keys(blocks).find((name) => name.endsWith("_Decode"));
    const { Value } = blocks[decode](octets.map(BigInt), {});
    const encode = Object.keys(blocks).find((name) => name.endsWith("_Encode"));
    const back = encode && blocks[blocks[encode] ? encode : ""](octets.map(() => 0n), { ...Value }).Data;
    return { value: Value, back };
}), (key, value) => typeof value === "bigint" ? value.toString() : Object.is(value, -0) ? 0 : value));
