package io.greenstack.api.table;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Lays the entries of a ZIP out anew, with their sizes before their content instead of behind it. What writes workbooks puts zeros
 * there and a descriptor behind, which readers of streams refuse. Nothing is packed again (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16).
 */
final class StreamableZip {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int SIZES_FOLLOW = 0x0008;
    private static final int VERSION = 20;

    private StreamableZip() {}

    /**
     * The same files.
     *
     * @param zip a ZIP without a comment, below 4 GB
     */
    static byte[] of(byte[] zip) {
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END_LENGTH;
        if (in.getInt(end) != END) {
            throw new IllegalArgumentException("The ZIP has no end record where it is expected");
        }
        int count = Short.toUnsignedInt(in.getShort(end + 10));
        int record = in.getInt(end + 16);
        ByteArrayOutputStream out = new ByteArrayOutputStream(zip.length);
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            if (in.getInt(record) != CENTRAL) {
                throw new IllegalArgumentException("Entry " + i + " of the ZIP is damaged");
            }
            int nameLength = Short.toUnsignedInt(in.getShort(record + 28));
            byte[] name = Arrays.copyOfRange(zip, record + CENTRAL_LENGTH, record + CENTRAL_LENGTH + nameLength);
            int packed = in.getInt(record + 20);
            int local = in.getInt(record + 42);
            int content = local + LOCAL_LENGTH + Short.toUnsignedInt(in.getShort(local + 26))
                    + Short.toUnsignedInt(in.getShort(local + 28));
            int place = out.size();
            out.writeBytes(header(LOCAL_LENGTH).putInt(LOCAL).put(common(in, record, nameLength)).array());
            out.writeBytes(name);
            out.write(zip, content, packed);
            directory.writeBytes(header(CENTRAL_LENGTH).putInt(CENTRAL).putShort((short) VERSION)
                    .put(common(in, record, nameLength)).putShort((short) 0).putShort((short) 0).putShort((short) 0)
                    .putInt(0).putInt(place).array());
            directory.writeBytes(name);
            record += CENTRAL_LENGTH + nameLength + Short.toUnsignedInt(in.getShort(record + 30))
                    + Short.toUnsignedInt(in.getShort(record + 32));
        }
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(header(END_LENGTH).putInt(END).putInt(0).putShort((short) count).putShort((short) count)
                .putInt(directory.size()).putInt(start).putShort((short) 0).array());
        return out.toByteArray();
    }

    /** What local and central headers have alike, from the version on. */
    private static byte[] common(ByteBuffer in, int record, int nameLength) {
        int flags = in.getShort(record + 8) & ~SIZES_FOLLOW;
        return header(LOCAL_LENGTH - Integer.BYTES).putShort((short) VERSION).putShort((short) flags)
                .putShort(in.getShort(record + 10)).putShort(in.getShort(record + 12))
                .putShort(in.getShort(record + 14)).putInt(in.getInt(record + 16)).putInt(in.getInt(record + 20))
                .putInt(in.getInt(record + 24)).putShort((short) nameLength).putShort((short) 0).array();
    }

    private static ByteBuffer header(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
