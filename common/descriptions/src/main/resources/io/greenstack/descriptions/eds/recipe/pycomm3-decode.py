def decode(data, fields):
    """Named values of the octets of an assembly: raw * gradient + offset."""
    bits = int.from_bytes(data, "little")
    values = {}
    for key, at, size, kind, gradient, offset, unit in fields:
        if at + size > 8 * len(data):
            continue
        raw = (bits >> at) & ((1 << size) - 1)
        octets = raw.to_bytes((size + 7) // 8, "little")
        if kind == "bool":
            values[key] = raw != 0
            continue
        if kind == "octets":
            values[key] = octets.hex()
            continue
        if kind in ("string1", "string2"):
            head = int(kind[-1])
            length = int.from_bytes(octets[:head], "little")
            values[key] = octets[head:head + length].decode("latin-1")
            continue
        if kind == "int" and raw >> (size - 1):
            raw -= 1 << size
        if kind == "real":
            raw = struct.unpack("<f" if size == 32 else "<d", octets)[0]
        value = raw if gradient == 1 and offset == 0 else float("%.15g" % (raw * gradient + offset))
        values[key] = (value, unit) if unit else value
    return values

