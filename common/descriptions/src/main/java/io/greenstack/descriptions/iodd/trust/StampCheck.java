package io.greenstack.descriptions.iodd.trust;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The checksum of a file (IODD clause 7.3.4): CRC-32 over its bytes without the value of {@code Stamp/@crc}; for a language
 * file it goes on over the decimal digits of the main file's stamp.
 *
 * @param verdict whether it fits
 * @param stamped number in the stamp, null if there is none
 * @param computed checksum of the file as it stands; 0 if there is no stamp
 */
public record StampCheck(StampVerdict verdict, Long stamped, long computed) {

    private static final Pattern STAMP = Pattern
            .compile("<(?:[\\w.-]+:)?Stamp\\b[^>]*?\\bcrc\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    private static final String WIDE_MARK = "\uFEFF";
    private static final int LONGEST = 10;

    /** Checks a main file. */
    public static StampCheck ofMainFile(byte[] file) {
        return check(file, "");
    }

    /**
     * Checks a language file.
     *
     * @param mainStamp number in the stamp of the main file, null if it has none
     */
    public static StampCheck ofLanguageFile(byte[] file, Long mainStamp) {
        return check(file, mainStamp == null ? "" : Long.toString(mainStamp));
    }

    private static StampCheck check(byte[] file, String suffix) {
        Charset charset = charset(file);
        String text = new String(file, charset);
        Matcher matcher = STAMP.matcher(text);
        int from = Math.max(0, text.lastIndexOf("Stamp", Math.max(0, text.lastIndexOf("crc"))) - 40);
        if (!matcher.find(from)) {
            return new StampCheck(StampVerdict.NO_STAMP, null, 0);
        }
        int group = matcher.group(1) != null ? 1 : 2;
        String before = text.substring(0, matcher.start(group));
        String after = text.substring(matcher.end(group));
        String number = matcher.group(group).strip();
        long computed = crc(charset, before, after, suffix);
        if (number.isEmpty() || number.length() > LONGEST || !number.chars().allMatch(Character::isDigit)) {
            return new StampCheck(StampVerdict.NO_STAMP, null, computed);
        }
        long stamped = Long.parseLong(number);
        return new StampCheck(verdict(charset, before, after, suffix, stamped, computed), stamped, computed);
    }

    private static StampVerdict verdict(Charset charset, String before, String after, String suffix, long stamped,
            long computed) {
        if (stamped == computed) {
            return StampVerdict.MATCHES;
        }
        String unixBefore = before.replace("\r\n", "\n");
        String unixAfter = after.replace("\r\n", "\n");
        String dosBefore = unixBefore.replace("\n", "\r\n");
        String dosAfter = unixAfter.replace("\n", "\r\n");
        if (stamped == crc(charset, dosBefore, dosAfter, suffix)) {
            return StampVerdict.MATCHES_WITH_CRLF;
        }
        if (stamped == crc(charset, unixBefore, unixAfter, suffix)) {
            return StampVerdict.MATCHES_WITH_LF;
        }
        String mark = charset == StandardCharsets.ISO_8859_1 ? BYTE_ORDER_MARK : WIDE_MARK;
        boolean marked = before.startsWith(mark);
        for (String[] file : new String[][]{{before, after}, {dosBefore, dosAfter}, {unixBefore, unixAfter}}) {
            String other = marked ? file[0].substring(mark.length()) : mark + file[0];
            if (stamped == crc(charset, other, file[1], suffix)) {
                return marked
                        ? StampVerdict.MATCHES_WITHOUT_BYTE_ORDER_MARK
                        : StampVerdict.MATCHES_WITH_BYTE_ORDER_MARK;
            }
        }
        return StampVerdict.DIFFERS;
    }

    /** UTF-16 by its byte-order mark or the zero octet beside the first character; else octets as they are. */
    private static Charset charset(byte[] file) {
        if (file.length < 2) {
            return StandardCharsets.ISO_8859_1;
        }
        boolean bigEndian = file[0] == (byte) 0xFE && file[1] == (byte) 0xFF || file[0] == 0 && file[1] != 0;
        boolean littleEndian = file[0] == (byte) 0xFF && file[1] == (byte) 0xFE || file[0] != 0 && file[1] == 0;
        if (bigEndian) {
            return StandardCharsets.UTF_16BE;
        }
        return littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
    }

    private static long crc(Charset charset, String before, String after, String suffix) {
        CRC32 crc = new CRC32();
        crc.update(before.getBytes(charset));
        crc.update(after.getBytes(charset));
        crc.update(suffix.getBytes(StandardCharsets.ISO_8859_1));
        return crc.getValue();
    }
}
