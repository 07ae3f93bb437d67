// Decodes process data by a layout of GreenStack, digit for digit as the services do. Decimals of the layout are texts,
// so that none of their digits is lost. Plain JavaScript without packages; BigInt is needed.
// direction: "in" or "out"; octets: array of 0..255; parameters: {"V_Mode": 1, "V_Set/2": 3}, what the device has.
// Returns {frame, values: [{key, name, value?, unit?, label?, status?, exact?}]}, or throws an Error that says why not.
function decodeProcessData(layout, direction, octets, parameters) {
    const decimal = (text) => {
        const [, sign, whole, fraction = "", power = "0"] = /^(-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
        return { n: BigInt(sign + "0") + BigInt(sign + "1") * BigInt(whole + fraction || "0"), scale: fraction.length - Number(power) };
    };
    const at = (d, scale) => d.n * 10n ** BigInt(scale - d.scale);
    const compare = (a, b) => {
        const scale = Math.max(a.scale, b.scale);
        const difference = at(a, scale) - at(b, scale);
        return difference < 0n ? -1 : difference > 0n ? 1 : 0;
    };
    const exactOfFloat = (value) => {
        let scale = 0;
        let n = value;
        let twos = 0;
        while (!Number.isInteger(n)) { n *= 2; twos++; }
        return { n: BigInt(n) * 5n ** BigInt(twos), scale: scale + twos };
    };
    const nearest = (d) => Number(d.n + "e" + -d.scale);
    const defaults = {};
    const keyOf = (c) => c.subindex ? c.variable + "/" + c.subindex : c.variable;
    for (const p of layout.parameters || []) { if (p.default !== undefined) { defaults[keyOf(p)] = p.default; } }
    const holds = (when) => (when || []).every((c) => {
        const known = (parameters || {})[keyOf(c)] ?? defaults[keyOf(c)];
        return known !== undefined && String(known) === String(c.value);
    });

    const applying = (layout[direction] || []).filter((frame) => holds(frame.when));
    const frame = applying.find((candidate) => Math.ceil(candidate.bit_length / 8) === octets.length);
    if (!frame) {
        throw new Error(applying.length ? "wrong-length: " + octets.length + " octets" : "no-matching-frame");
    }
    const big = frame.byte_order === "big_endian";
    let all = 0n;
    for (const octet of big ? octets : [...octets].reverse()) { all = all << 8n | BigInt(octet); }
    const slice = (offset, length) => BigInt.asUintN(length, all >> BigInt(offset));
    const run = (field) => {
        const hex = slice(field.bit_offset, field.bit_length).toString(16).padStart(field.bit_length / 4, "0");
        const bytes = hex.match(/../g).map((pair) => parseInt(pair, 16));
        return big ? bytes : bytes.reverse();
    };

    const number = (field) => {
        const floating = field.type === "float32" || field.type === "float64";
        const whole = field.type === "boolean" && !field.subindex && field.bit_length === 1 && field.bit_offset === 0
            && frame.fields.length === 1 && frame.bit_length === 8;
        const bits = slice(field.bit_offset, whole ? 8 : field.bit_length);
        let raw;
        let float;
        if (floating) {
            const view = new DataView(new ArrayBuffer(8));
            if (field.type === "float32") { view.setUint32(0, Number(bits)); } else { view.setBigUint64(0, bits); }
            float = field.type === "float32" ? view.getFloat32(0) : view.getFloat64(0);
        } else if (field.type === "integer") {
            raw = BigInt.asIntN(field.bit_length, bits);
        } else {
            raw = field.type === "boolean" ? (bits === 0n ? 0n : 1n) : bits;
        }
        const boolean = field.type === "boolean";
        const scalings = boolean || !field.scalings || !field.scalings.length ? [{}] : field.scalings;
        const scaling = scalings.find((s) => holds(s.when));
        const result = scaling && scaling.unit ? { unit: scaling.unit } : {};
        if (floating && !Number.isFinite(float)) { return { ...result, status: "not_a_number" }; }
        const round = (text) => field.type === "float32" ? Math.fround(Number(text)) : Number(text);
        const isRaw = (entry) => floating ? round(entry.value) === float : compare(decimal(entry.value), { n: raw, scale: 0 }) === 0;
        const special = (field.specials || []).find(isRaw);
        if (special) { return { ...result, ...(special.text ? { label: special.text } : {}), status: special.status }; }
        const label = (field.labels || []).find(isRaw);
        if (label && label.text) { result.label = label.text; }
        const within = (range) => floating ? round(range.lower) <= float && float <= round(range.upper)
            : compare(decimal(range.lower), { n: raw, scale: 0 }) <= 0 && compare({ n: raw, scale: 0 }, decimal(range.upper)) <= 0;
        if (!label && (field.ranges || []).length) {
            const fitting = field.ranges.filter(within);
            const named = fitting.find((range) => range.name);
            if (named) { result.label = named.name; }
            if (!fitting.length) { result.status = "out_of_range"; }
        }
        if (!scaling) { return { ...result, status: "no_scaling" }; }
        if (boolean) { return { ...result, value: raw !== 0n }; }
        const gradient = decimal(scaling.gradient || "1");
        const summand = decimal(scaling.offset || "0");
        if (floating && !scaling.gradient && !scaling.offset) { return { ...result, value: float === 0 ? 0 : float }; }
        const from = floating ? exactOfFloat(float) : { n: raw, scale: 0 };
        const product = { n: from.n * gradient.n, scale: from.scale + gradient.scale };
        const scale = Math.max(product.scale, summand.scale);
        const sum = { n: at(product, scale) + at(summand, scale), scale };
        const value = nearest(sum);
        if (!Number.isFinite(value)) { return { ...result, status: "not_a_number" }; }
        if (!floating && sum.scale <= 0 && !Number.isSafeInteger(value)) { result.exact = at(sum, 0).toString(); }
        return { ...result, value };
    };

    const text = (field) => {
        const bytes = run(field);
        const prefix = { cip_short_string: 1, cip_string: 2, cip_string2: 2 }[field.encoding] || 0;
        const wide = field.encoding === "cip_string2";
        let length = bytes.indexOf(0) < 0 ? bytes.length : bytes.indexOf(0);
        if (prefix) {
            length = (bytes[0] | (prefix === 2 ? bytes[1] << 8 : 0)) * (wide ? 2 : 1);
            if (length > bytes.length - prefix) { return { status: "invalid_text" }; }
        }
        const content = Buffer.from(bytes.slice(prefix, prefix + length));
        if (wide || field.encoding === "utf_8") {
            const coding = wide ? "utf16le" : "utf8";
            const value = content.toString(coding);
            const sound = Buffer.from(value, coding).equals(content) && !(wide && /\p{Surrogate}/u.test(value));
            return sound ? { value } : { value, status: "invalid_text" };
        }
        const value = content.toString("latin1");
        if (field.encoding !== "us_ascii" || !/[^\0-\x7f]/.test(value)) { return { value }; }
        return { value: value.replace(/[^\0-\x7f]/g, "\ufffd"), status: "invalid_text" };
    };

    const fraction = (bits) => (bits & 0xFFFFFFFFn) * 1000000000n >> 32n;
    const time = (field) => {
        const bits = slice(field.bit_offset, field.bit_length);
        if (field.type === "time_span") {
            const signed = BigInt.asIntN(64, bits);
            return { value: Number(signed >> 32n) + Number(fraction(bits)) / 1e9, unit: "s" };
        }
        const seconds = bits >> 32n;
        const since1970 = (seconds < 0x9DFF4400n ? seconds + 0x100000000n : seconds) - 2208988800n;
        const nanos = fraction(bits).toString().padStart(9, "0").replace(/(000)+$/, "");
        const second = new Date(Number(since1970) * 1000).toISOString().slice(0, 19);
        return { value: second + (nanos ? "." + nanos : "") + "Z" };
    };

    const values = frame.fields.map((field) => {
        let value;
        switch (field.type) {
        case "string": value = text(field); break;
        case "octets": value = { value: Buffer.from(run(field)).toString("hex").toUpperCase() }; break;
        case "time": case "time_span": value = time(field); break;
        default: value = number(field);
        }
        return { key: field.key, name: field.name || "", ...value };
    });
    return { frame: { id: frame.id, name: frame.name || "" }, values };
}
