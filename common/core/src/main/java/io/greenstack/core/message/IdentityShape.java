package io.greenstack.core.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How devices of one kind say what they are, in a member of their registration.
 *
 * @param member canonical name of the member
 * @param spellings other names of it
 * @param members what may stand in it
 */
public record IdentityShape(String member, List<String> spellings, List<Member> members) {

    /** An IO-Link device, also as JSON for IO-Link writes it. */
    public static final IdentityShape IO_LINK = new IdentityShape("iolink", List.of("ioLink", "io_link", "IOLink"),
            List.of(Member.id("vendor_id", 0xFFFF, "vendorId"), Member.id("device_id", 0xFF_FFFF, "deviceId"),
                    Member.text("revision", "iolinkRevision", "ioLinkRevision", "iolink_revision"),
                    Member.text("product_id", "productId"),
                    Member.text("serial", "serialNumber", "serial_number")));

    /** An EtherNet/IP device. */
    public static final IdentityShape EDS = new IdentityShape("eds", List.of(),
            List.of(Member.id("vendor_code", 0xFFFF, "vendorCode"), Member.id("product_code", 0xFFFF, "productCode"),
                    Member.text("revision"), Member.text("catalog_number", "catalogNumber"),
                    Member.text("serial", "serialNumber", "serial_number")));

    /**
     * A part of an identity.
     *
     * @param name canonical name
     * @param spellings other names of it
     * @param max largest number, 0 for a text
     */
    public record Member(String name, List<String> spellings, int max) {

        /** A number, or text in decimal or {@code 0x} notation. */
        public static Member id(String name, int max, String... spellings) {
            return new Member(name, List.of(spellings), max);
        }

        /** A text, or a number as it is written: a revision of 2.10 is not 2.1. */
        public static Member text(String name, String... spellings) {
            return new Member(name, List.of(spellings), 0);
        }
    }

    Map<String, Member> bySpelling() {
        Map<String, Member> all = new HashMap<>();
        for (Member one : members) {
            all.put(one.name(), one);
            one.spellings().forEach(spelling -> all.put(spelling, one));
        }
        return all;
    }
}
