package io.greenstack.platform.network;

import java.util.Arrays;

import io.netty.util.NetUtil;

/**
 * Addresses in CIDR notation (RFC 4632, RFC 4291): {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or one
 * address. Names are never looked up.
 *
 * @param octets of the network, 4 or 16
 * @param bits of them that count
 */
public record AddressRange(byte[] octets, int bits) {

    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        byte[] octets = octets(slash < 0 ? text.strip() : text.substring(0, slash).strip());
        if (octets == null) {
            throw new IllegalArgumentException("'" + text + "' is no address and no range such as 192.0.2.0/24");
        }
        int all = octets.length * Byte.SIZE;
        if (slash < 0) {
            return new AddressRange(octets, all);
        }
        String length = text.substring(slash + 1).strip();
        int bits = length.matches("\\d{1,3}") ? Integer.parseInt(length) : -1;
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("The length in '" + text + "' is not 0 to " + all);
        }
        return new AddressRange(octets, bits);
    }

    /** Whether an address, as the connection tells it, lies within. */
    public boolean holds(String address) {
        byte[] asked = octets(address);
        if (asked == null || asked.length != octets.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            int mask = bits - bit >= Byte.SIZE ? 0xFF : 0xFF << Byte.SIZE - (bits - bit);
            if (((asked[bit / Byte.SIZE] ^ octets[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The octets of an address; those of IPv4 where it is one written as IPv6. Null for anything else. */
    private static byte[] octets(String address) {
        int zone = address.indexOf('%');
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(zone < 0 ? address : address.substring(0, zone));
        if (octets == null || octets.length == 4) {
            return octets;
        }
        for (int i = 0; i < 10; i++) {
            if (octets[i] != 0) {
                return octets;
            }
        }
        return octets[10] == -1 && octets[11] == -1 ? Arrays.copyOfRange(octets, 12, 16) : octets;
    }
}
