package io.greenstack.descriptions.iodd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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

import com.sun.management.ThreadMXBean;

import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.archive.ArchiveException;
import io.greenstack.descriptions.archive.ArchiveLimits;
import io.greenstack.descriptions.iodd.compare.IoddComparer;
import io.greenstack.descriptions.iodd.compare.IoddComparer.Side;
import io.greenstack.descriptions.iodd.layout.IoddLayoutCompiler;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.json.IoddJson;
import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.IoddReader;
import io.greenstack.descriptions.iodd.trust.TrustReport;
import io.greenstack.descriptions.iodd.trust.TrustReporter;
import io.greenstack.descriptions.iodd.trust.TrustReporter.OriginalFile;
import io.greenstack.descriptions.iodd.view.IoddViews;
import io.greenstack.localstack.testing.Corpus;

/**
 * Mutates real files: never an unexpected exception, always an error with a line. Seeded, so that a failure can be
 * repeated; {@code -Diodd.fuzz=100000} runs longer.
 */
class IoddFuzzTest {

    private static final DescriptionFormats FORMATS = new DescriptionFormats(List.of(new IoddFormat()));
    private static final int MUTANTS = Integer.getInteger("iodd.fuzz", 300);
    private static final long SEED = 20261123;
    private static final Pattern ATTRIBUTE = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<(\\w+)[^>]*/>");
    /** Far more than any step needs for a file of this size, far less than what a claimed billion would take. */
    private static final long MAX_ALLOCATION = 400_000_000;
    private static final String[] EVIL = {"", "-1", "0", "99999999999999999999", "1e999999999", "NaN", "true", "\u00e4",
            "&#10;", "&amp;", "2147483647", "-2147483648", "1000000000", "../../x", "V_ProcessDataInput", "1 ",
            "xsi:type"};

    @Test
    void mutantsAreReadOrRefusedWithALine() {
        List<byte[]> seeds = seeds();
        List<Side> originals = seeds.stream().map(seed -> IoddXml.read(seed).model())
                .map(model -> new Side(1, model, IoddLayoutCompiler.compile(model, null).layout())).toList();
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < MUTANTS; i++) {
            int seed = random.nextInt(seeds.size());
            byte[] mutant = mutate(seeds.get(seed), random);
            String name = "mutant " + i + " of seed " + SEED;
            long before = allocated();
            try {
                use(IoddReader.read(mutant, IoddLimits.DEFAULT).model(), mutant, originals.get(seed));
                read++;
            } catch (IoddException e) {
                assertThat(e.line()).as(name).isPositive();
                assertThat(e.getMessage()).as(name).isNotBlank().hasSizeLessThan(1000);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(name + ": " + e, e);
            }
            assertThat(allocated() - before).as(name + ": octets allocated").isLessThan(MAX_ALLOCATION);
        }
        assertThat(read).as("mutants that could be read").isGreaterThan(MUTANTS / 10);
    }

    @Test
    void mutatedLanguageFilesAreReadOrRefusedWithALine() {
        Random random = new Random(SEED);
        byte[] seed = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ExternalTextDocument "
                + "xmlns=\"http://www.io-link.com/IODD/2010/10\">\n<Language xml:lang=\"de\">\n"
                + "<Text id=\"A\" value=\"x\"/>\n".repeat(20) + "</Language>\n<Stamp crc=\"1\"><Checker name=\"c\" "
                + "version=\"V1\"/></Stamp>\n</ExternalTextDocument>").getBytes(StandardCharsets.UTF_8);
        IoddDescription main = IoddXml.v11().model();
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutate(seed, random);
            String name = "language mutant " + i + " of seed " + SEED;
            try {
                ExternalTextDocument document = IoddReader.readLanguageFile(mutant, IoddLimits.DEFAULT).document();
                TrustReport report = TrustReporter.of(new OriginalFile("m.xml", IoddXml.v11().bytes()),
                        List.of(new OriginalFile("l.xml", mutant)), main.withLanguageFiles(List.of(document)),
                        IoddLimits.DEFAULT);
                assertThat(report.score().percent()).as(name).isEqualTo(100);
            } catch (IoddException e) {
                assertThat(e.line()).as(name).isPositive();
            } catch (RuntimeException e) {
                throw new AssertionError(name + ": " + e, e);
            }
        }
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
                FORMATS.open("m.zip", mutant, ArchiveLimits.DEFAULT, null);
            } catch (ArchiveException e) {
                assertThat(e.code()).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("archive mutant " + i + " of seed " + SEED + ": " + e, e);
            }
        }
    }

    private static void use(IoddDescription model, byte[] file, Side original) throws IoddException {
        ProcessDataLayout layout = IoddLayoutCompiler.compile(model, "de").layout();
        ProcessDataDecoder.of(layout);
        IoddDescription stored = IoddJson.fromJson(IoddJson.toJson(model));
        assertThat(stored).isEqualTo(model);
        assertThat(IoddViews.of(model, "de").languages()).isNotNull();
        TrustReport report = TrustReporter.of(new OriginalFile("m.xml", file), List.of(), stored, IoddLimits.DEFAULT);
        assertThat(report.files().get(0).coverage().differences()).isEmpty();
        assertThat(report.score().percent()).isEqualTo(100);
        assertThat(report.findings()).allSatisfy(
                finding -> assertThat(finding.line() == null || finding.line() > 0).isTrue());
        IoddComparer.compare(original, new Side(2, model, layout));
    }

    /** Octets this thread has allocated so far. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
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
            text = switch (random.nextInt(6)) {
                case 0 -> dropTag(text, random);
                case 1 -> repeatLine(text, random);
                case 2 -> nest(text, random);
                case 3 -> renameTag(text, random);
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

    /** Puts a deep nest of elements, known or not, after a tag. */
    private static String nest(String text, Random random) {
        int at = text.indexOf('>', random.nextInt(text.length())) + 1;
        String tag = new String[]{"MenuCollection", "x", "Datatype", "SimpleDatatype"}[random.nextInt(4)];
        int depth = 1 + random.nextInt(random.nextInt(8) == 0 ? 5000 : 40);
        return text.substring(0, at) + ("<" + tag + ">").repeat(depth) + ("</" + tag + ">").repeat(depth)
                + text.substring(at);
    }

    /** Gives a start tag, and with luck its end tag, another name. */
    private static String renameTag(String text, Random random) {
        Matcher matcher = TAG.matcher(text);
        if (!matcher.find(random.nextInt(text.length()))) {
            return text;
        }
        String other = new String[]{"Datatype", "Name", "RecordItem", "Menu", "Text", "Zz"}[random.nextInt(6)];
        return text.substring(0, matcher.start(1)) + other + text.substring(matcher.end(1));
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
