package io.greenstack.descriptions.iodd;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.greenstack.descriptions.DescriptionJson;
import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.PackageFile;
import io.greenstack.descriptions.ParameterRow;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.Severity;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.Hashes;
import io.greenstack.descriptions.iodd.layout.IoddLayoutCompiler;
import io.greenstack.descriptions.iodd.layout.IoddLayoutCompiler.LayoutCompilation;
import io.greenstack.descriptions.iodd.model.DeviceIdentity.DeviceVariant;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.json.IoddJson;
import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.IoddReader;
import io.greenstack.descriptions.iodd.reader.IoddReader.IoddReading;
import io.greenstack.descriptions.iodd.reader.IoddReader.LanguageReading;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.view.IoddDetail;
import io.greenstack.descriptions.iodd.view.IoddDetail.ParameterView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RecordItemView;
import io.greenstack.descriptions.iodd.view.IoddViews;

/** Reads a package and makes of it what the catalog stores. */
final class IoddImport {

    private static final int MAX_NAME = 255;

    private IoddImport() {}

    /**
     * Reads the files of a package.
     *
     * @throws IoddException when the main file cannot be used
     */
    static ReadDescription read(DescriptionPackage files) {
        IoddReading reading = IoddReader.read(files.main().content(), IoddLimits.DEFAULT);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(reading.findings());
        List<ExternalTextDocument> languages = languages(files.languages(), findings);
        IoddDescription model = reading.model().withLanguageFiles(languages);
        LayoutCompilation compilation = IoddLayoutCompiler.compile(model, null);
        findings.addAll(compilation.findings());
        IoddDetail detail = IoddViews.of(model, null);
        byte[] content = files.main().content();
        ReadDescription.Identity identity = identity(model);
        ReadDescription.Product product = product(model, files.main().name());
        return new ReadDescription(IoddFormat.KIND, identity, product,
                edition(model), shorten(files.main().name()), Hashes.sha256Hex(content), content.length,
                DescriptionJson.write(detail.withFirst(ReadDescription.MOST_PARAMETERS)), IoddJson.toJson(model),
                compilation.layout(), findings,
                parameters(detail), files(files), IoddSearch.of(model, detail, identity, product));
    }

    private static List<ExternalTextDocument> languages(List<ArchiveEntry> entries, List<Finding> findings) {
        List<ExternalTextDocument> documents = new ArrayList<>();
        for (ArchiveEntry entry : entries) {
            try {
                LanguageReading reading = IoddReader.readLanguageFile(entry.content(), IoddLimits.DEFAULT);
                documents.add(reading.document());
                reading.findings().forEach(finding -> findings.add(new Finding(finding.severity(), finding.code(),
                        finding.line(), finding.path(), entry.name() + ": " + finding.message())));
            } catch (IoddException e) {
                findings.add(new Finding(Severity.ERROR, e.code(), e.line(), entry.name(),
                        "The language file is left out: " + e.getMessage()));
            }
        }
        return documents;
    }

    private static ReadDescription.Identity identity(IoddDescription model) {
        List<Long> additional = model.deviceIds().stream().map(Integer::longValue)
                .filter(id -> id != model.deviceId()).toList();
        List<String> products = model.variants().stream().map(DeviceVariant::productId)
                .filter(id -> id != null && !id.isBlank()).map(String::strip).distinct().toList();
        return new ReadDescription.Identity(model.vendorId(), model.deviceId(), additional, products);
    }

    private static ReadDescription.Product product(IoddDescription model, String fileName) {
        IoddTexts texts = IoddTexts.primary(model);
        String name = IoddViews.productName(model, texts);
        String vendor = model.identity().vendorName();
        String family = texts.label(model.identity().deviceFamily());
        return new ReadDescription.Product(vendor == null || vendor.isBlank() ? null : vendor.strip(),
                name.isEmpty() ? fileName : name, family.isEmpty() ? null : family);
    }

    private static ReadDescription.Edition edition(IoddDescription model) {
        LocalDate date = null;
        try {
            date = model.releaseDate() == null ? null : LocalDate.parse(model.releaseDate().strip());
        } catch (DateTimeException e) {
            date = null;
        }
        return new ReadDescription.Edition(model.version().label(), model.documentVersion(), null, null, date);
    }

    private static List<ParameterRow> parameters(IoddDetail detail) {
        List<ParameterRow> rows = new ArrayList<>();
        for (ParameterView parameter : detail.parameters()) {
            rows.add(new ParameterRow(parameter.variableId(), parameter.index(), 0, parameter.name(),
                    parameter.description(), parameter.dataType(), parameter.accessRights(), parameter.unit()));
            List<RecordItemView> items = parameter.type() == null ? null : parameter.type().recordItems();
            for (RecordItemView item : items == null ? List.<RecordItemView>of() : items) {
                if (item.subindex() != null) {
                    rows.add(new ParameterRow(parameter.variableId(), parameter.index(), item.subindex(), item.name(),
                            item.description(), item.dataType(), item.accessRights(), item.unit()));
                }
            }
        }
        return rows;
    }

    private static List<PackageFile> files(DescriptionPackage files) {
        List<PackageFile> result = new ArrayList<>();
        Set<String> names = new HashSet<>();
        add(result, names, IoddFiles.main(files.main()));
        files.languages().forEach(entry -> add(result, names, IoddFiles.language(entry)));
        files.assets().forEach(entry -> add(result, names, IoddFiles.asset(entry)));
        return result;
    }

    private static void add(List<PackageFile> result, Set<String> names, PackageFile file) {
        PackageFile named = new PackageFile(file.role(), shorten(file.name()), file.purpose(), file.mediaType(),
                file.content());
        if (names.add(named.name().toLowerCase(Locale.ROOT))) {
            result.add(named);
        }
    }

    private static String shorten(String name) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replace("\0", "");
        return base.length() <= MAX_NAME ? base : base.substring(base.length() - MAX_NAME);
    }
}
