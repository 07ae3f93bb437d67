package io.greenstack.api.iodd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import io.greenstack.api.iodd.archive.ArchiveException;
import io.greenstack.api.iodd.archive.ArchiveLimits;
import io.greenstack.api.iodd.archive.DescriptionArchive;
import io.greenstack.api.iodd.layout.IoddLayoutCompiler;
import io.greenstack.api.iodd.model.IoddDescription;
import io.greenstack.api.iodd.model.json.IoddJson;
import io.greenstack.api.iodd.reader.IoddException;
import io.greenstack.api.iodd.reader.IoddLimits;
import io.greenstack.api.iodd.reader.IoddReader;
import io.greenstack.api.iodd.trust.CoverageProof;
import io.greenstack.common.processdata.ProcessDataDecoder;

/**
 * Mutates real files: never an unexpected exception, always an error with a line. Seeded, so that a failure can be
 * repeated; {@code -Diodd.fuzz=100000} runs longer.
 */
class IoddFuzzTest {

    private static final int MUTANTS = Integer.getInteger("iodd.fuzz", 300);
    private static final long SEED = 20261123;
    private static final Pattern ATTRIBUTE = Pattern.compile("=\"([^\"]*)\"");
    private static final String[] EVIL = {"", "-1", "0", "99999999999999999999", "1e999999999", "NaN", "true", "\u00e4",
            "&#10;", "&amp;", "2147483647", "-2147483648", "1000000000", "../../x", "V_ProcessDataInput", "1 ",
            "xsi:type"};

    @Test
    void mutantsAreReadOrRefusedWithALine() {
        List<byte[]> seeds = seeds();
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutate(seeds.get(random.nextInt(seeds.size())), random);
            String name = "mutant " + i + " of seed " + SEED;
            try {
                use(IoddReader.read(mutant, IoddLimits.DEFAULT).model(), mutant);
                read++;
            } catch (IoddException e) {
                assertThat(e.line()).as(name).isPositive();
                assertThat(e.getMessage()).as(name).isNotBlank().hasSizeLessThan(1000);
            } catch (RuntimeException e) {
                throw new AssertionError(name + ": " + e, e);
            }
        }
        assertThat(read).as("mutants that could be read").isGreaterThan(MUTANTS / 10);
    }

    @Test
    void mutatedArchivesAreOpenedOrRefused() {
        Random random = new Random(SEED);
        byte[] zip = archive();
        for (int i = 0; i < MUTANTS / 4; i++) {
            byte[] mutant = zip.clone();
            for (int n = random.nextInt(6); n >= 0; n--) {
                int at = random.nextInt(10) == 0
                        ? random.nextInt(mutant.length)
                        : random.nextInt(Math.min(400, mutant.length));
                mutant[at] = (byte) random.nextInt(256);
            }
            try {
                DescriptionArchive.open("m.zip", mutant, ArchiveLimits.DEFAULT);
            } catch (ArchiveException e) {
                assertThat(e.code()).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("archive mutant " + i + " of seed " + SEED + ": " + e, e);
            }
        }
    }

    private static void use(IoddDescription model, byte[] file) throws IoddException {
        ProcessDataDecoder.of(IoddLayoutCompiler.compile(model, "de"));
        assertThat(IoddJson.fromJson(IoddJson.toJson(model))).isEqualTo(model);
        assertThat(CoverageProof.of(file, model.device(), IoddLimits.DEFAULT).differences()).isEmpty();
    }

    private static byte[] mutate(byte[] seed, Random random) {
        if (random.nextInt(3) == 0) {
            byte[] bytes = seed.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
        }
        String text = new String(seed, StandardCharsets.UTF_8);
        for (int n = random.nextInt(4); n >= 0; n--) {
            text = switch (random.nextInt(4)) {
                case 0 -> dropTag(text, random);
                case 1 -> repeatLine(text, random);
                default -> changeAttribute(text, random);
            };
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String changeAttribute(String text, Random random) {
        Matcher matcher = ATTRIBUTE.matcher(text);
        if (!matcher.find(random.nextInt(text.length()))) {
            return text;
        }
        return text.substring(0, matcher.start(1)) + EVIL[random.nextInt(EVIL.length)] + text.substring(matcher.end(1));
    }

    /** Removes an element without content. */
    private static String dropTag(String text, Random random) {
        int end = text.indexOf("/>", random.nextInt(text.length()));
        int start = end < 0 ? -1 : text.lastIndexOf('<', end);
        return start < 0 ? text : text.substring(0, start) + text.substring(end + 2);
    }

    private static String repeatLine(String text, Random random) {
        int end = text.indexOf('\n', random.nextInt(text.length()));
        int start = end < 0 ? -1 : text.lastIndexOf('\n', Math.max(0, end - 1));
        return start < 0 ? text : text.substring(0, end) + text.substring(start, end) + text.substring(end);
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        Corpus.samples().forEach(path -> seeds.add(Corpus.bytes(path)));
        Corpus.optional("iodd/single").forEach(path -> seeds.add(Corpus.bytes(path)));
        return seeds;
    }

    private static byte[] archive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path path : Corpus.samples()) {
                zip.putNextEntry(new ZipEntry(path.getFileName().toString()));
                zip.write(Corpus.bytes(path), 0, 300);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
