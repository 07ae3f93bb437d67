package io.greenstack.descriptions.eds.recipe;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import io.greenstack.descriptions.eds.layout.AssemblyWalker;
import io.greenstack.descriptions.eds.layout.PlacedMember;
import io.greenstack.descriptions.eds.layout.Placement;
import io.greenstack.descriptions.eds.layout.SizeRange;
import io.greenstack.descriptions.eds.model.CipType;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsAssembly.AssemblyMember;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EdsSize;
import io.greenstack.descriptions.eds.model.EnumValue;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.Configuration;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe.ConfigurationValue;

/** Puts together the configuration data of a connection from the defaults of its parameters. Used once. */
final class ConfigurationBuilder {

    private final EdsIndex index;
    private final List<String> assemblies = new ArrayList<>();
    private final List<ConfigurationValue> values = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    ConfigurationBuilder(EdsIndex index) {
        this.index = index;
    }

    Configuration build(EdsConnection connection, Long instance) {
        part(connection.proxyConfig());
        part(connection.targetConfig());
        String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(data.toByteArray());
        return new Configuration(instance, assemblies, data.size(), hex, values);
    }

    byte[] octets() {
        return data.toByteArray();
    }

    private void part(EdsConnection.Part part) {
        EdsAssembly assembly = describing(part);
        SizeRange size = SizeRange.of(index, part.size());
        if (assembly == null) {
            Integer octets = size.octets();
            data.writeBytes(new byte[octets == null ? 0 : octets]);
            return;
        }
        assemblies.add(assembly.keyword());
        Placement placement = AssemblyWalker.place(index, assembly);
        Integer given = size.octets();
        int octets = given != null ? given : placement.agreedOctets();
        BitBuffer buffer = new BitBuffer(Math.min(Math.max(0, octets), AssemblyWalker.MAX_OCTETS));
        int base = data.size() * 8;
        for (PlacedMember member : placement.members()) {
            if (member.bitOffset() < octets * 8) {
                member(member, buffer, base);
            }
        }
        data.writeBytes(buffer.octets());
    }

    /** The assembly of a part, or one made of the single parameter that is the data. */
    private EdsAssembly describing(EdsConnection.Part part) {
        EdsReference format = part.format();
        EdsAssembly assembly = index.assembly(format);
        if (assembly != null || index.parameter(format) == null) {
            return assembly;
        }
        return new EdsAssembly(format.entryKeyword(), format.number(), "", "", EdsSize.NONE, null,
                List.of(new AssemblyMember(EdsSize.NONE, format, 0)), 0);
    }

    private void member(PlacedMember member, BitBuffer buffer, int base) {
        EdsParameter parameter = member.parameter();
        if (parameter == null) {
            if (member.literal() != null) {
                buffer.put(member.bitOffset(), member.bits(), member.literal());
                values.add(new ConfigurationValue(null, "", base + member.bitOffset(), member.bits(),
                        member.literal().toString(), null));
            }
            return;
        }
        put(member, parameter, buffer);
        values.add(new ConfigurationValue(parameter.keyword(), parameter.name(), base + member.bitOffset(),
                member.bits(), parameter.defaultValue().text(), label(parameter)));
    }

    private static void put(PlacedMember member, EdsParameter parameter, BitBuffer buffer) {
        String written = parameter.defaultValue().text();
        var number = parameter.defaultValue().number();
        CipType type = parameter.type();
        boolean text = type == CipType.SHORT_STRING || type == CipType.STRING;
        if (text && written != null && number == null && member.bitOffset() % 8 == 0) {
            byte[] characters = written.getBytes(StandardCharsets.ISO_8859_1);
            int length = Math.min(characters.length, Math.max(0, member.bits() / 8 - (type == CipType.STRING ? 2 : 1)));
            int prefix = type == CipType.STRING ? 16 : 8;
            buffer.put(member.bitOffset(), prefix, BigInteger.valueOf(length));
            buffer.put(member.bitOffset() + prefix, Arrays.copyOf(characters, length));
        } else if (number != null && member.reference().bit() >= 0) {
            buffer.put(member.bitOffset(), member.bits(), number.toBigInteger().shiftRight(member.reference().bit()));
        } else if (number != null && type == CipType.REAL) {
            buffer.put(member.bitOffset(), Math.min(32, member.bits()),
                    BigInteger.valueOf(Float.floatToIntBits(number.floatValue())));
        } else if (number != null && type == CipType.LREAL) {
            buffer.put(member.bitOffset(), Math.min(64, member.bits()),
                    BigInteger.valueOf(Double.doubleToLongBits(number.doubleValue())));
        } else if (number != null) {
            buffer.put(member.bitOffset(), member.bits(), number.toBigInteger());
        }
    }

    private static String label(EdsParameter parameter) {
        Long value = parameter.defaultValue().longValue();
        return value == null
                ? null
                : parameter.values().stream().filter(text -> text.value() == value)
                        .map(EnumValue::text).findFirst().orElse(null);
    }
}
