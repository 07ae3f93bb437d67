package io.greenstack.api.iodd;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionDraft;
import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.FileDraft;
import io.greenstack.api.description.FindingView;
import io.greenstack.api.description.ParameterDraft;
import io.greenstack.api.platform.Hashes;
import io.greenstack.api.platform.JsonText;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.DescriptionPackage;
import io.greenstack.descriptions.iodd.layout.IoddLayoutCompiler;
import io.greenstack.descriptions.iodd.layout.LayoutCompilation;
import io.greenstack.descriptions.iodd.model.DeviceVariant;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.json.IoddJson;
import io.greenstack.descriptions.iodd.reader.Finding;
import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.IoddReader;
import io.greenstack.descriptions.iodd.reader.IoddReading;
import io.greenstack.descriptions.iodd.reader.LanguageReading;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.view.IoddDetail;
import io.greenstack.descriptions.iodd.view.IoddDetail.ParameterView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RecordItemView;
import io.greenstack.descriptions.iodd.view.IoddViews;

/** Reads a package and makes of it what the catalog stores. */
@ApplicationScoped
public class IoddDrafts {

    private static final int MAX_NAME = 255;

    private final JsonText json;

    @Inject
    public IoddDrafts(JsonText json) {
        this.json = json;
    }

    /**
     * Reads the files of a package.
     *
     * @throws IoddException when the main file cannot be used
     */
    public DescriptionDraft read(DescriptionPackage files) throws IoddException {
        IoddReading reading = IoddReader.read(files.main().content(), IoddLimits.DEFAULT);
        List<FindingView> findings = new ArrayList<>();
        reading.findings().forEach(finding -> findings.add(view(finding, "")));
        List<ExternalTextDocument> languages = languages(files.languages(), findings);
        IoddDescription model = reading.model().withLanguageFiles(languages);
        LayoutCompilation compilation = IoddLayoutCompiler.compileWithFindings(model, null);
        compilation.findings().forEach(finding -> findings.add(view(finding, "")));
        IoddDetail detail = IoddViews.of(model, null);
        byte[] content = files.main().content();
        return new DescriptionDraft(DescriptionKind.IODD, identity(model), product(model, files.main().name()),
                release(model), shorten(files.main().name()), Hashes.sha256Hex(content), content.length,
                json.write(detail), IoddJson.toJson(model), compilation.layout(), json.write(findings), findings.size(),
                parameters(detail), files(files));
    }

    private static List<ExternalTextDocument> languages(List<ArchiveEntry> entries, List<FindingView> findings) {
        List<ExternalTextDocument> documents = new ArrayList<>();
        for (ArchiveEntry entry : entries) {
            try {
                LanguageReading reading = IoddReader.readLanguageFile(entry.content(), IoddLimits.DEFAULT);
                documents.add(reading.document());
                reading.findings().forEach(finding -> findings.add(view(finding, entry.name() + ": ")));
            } catch (IoddException e) {
                findings.add(new FindingView("ERROR", e.code(), e.line() == 0 ? null : e.line(), entry.name(),
                        "The language file is left out: " + e.getMessage()));
            }
        }
        return documents;
    }

    private static FindingView view(Finding finding, String prefix) {
        return new FindingView(finding.severity().name(), finding.code(), finding.line() == 0 ? null : finding.line(),
                finding.path(), prefix + finding.message());
    }

    private static DescriptionDraft.Identity identity(IoddDescription model) {
        List<Long> additional = model.deviceIds().stream().map(Integer::longValue)
                .filter(id -> id != model.deviceId()).toList();
        List<String> products = model.variants().stream().map(DeviceVariant::productId)
                .filter(id -> id != null && !id.isBlank()).map(String::strip).distinct().toList();
        return new DescriptionDraft.Identity(model.vendorId(), model.deviceId(), additional, products);
    }

    private static DescriptionDraft.Product product(IoddDescription model, String fileName) {
        IoddTexts texts = IoddTexts.primary(model);
        String name = IoddViews.productName(model, texts);
        String vendor = model.identity().vendorName();
        String family = texts.label(model.identity().deviceFamily());
        return new DescriptionDraft.Product(vendor == null || vendor.isBlank() ? null : vendor.strip(),
                name.isEmpty() ? fileName : name, family.isEmpty() ? null : family);
    }

    private static DescriptionDraft.Release release(IoddDescription model) {
        LocalDate date = null;
        try {
            date = model.releaseDate() == null ? null : LocalDate.parse(model.releaseDate().strip());
        } catch (DateTimeException e) {
            date = null;
        }
        return new DescriptionDraft.Release(model.version().label(), model.documentVersion(), null, null, date);
    }

    private static List<ParameterDraft> parameters(IoddDetail detail) {
        List<ParameterDraft> rows = new ArrayList<>();
        for (ParameterView parameter : detail.parameters()) {
            rows.add(new ParameterDraft(parameter.variableId(), parameter.index(), 0, parameter.name(),
                    parameter.description(), parameter.dataType(), parameter.accessRights(), parameter.unit()));
            List<RecordItemView> items = parameter.type() == null ? null : parameter.type().recordItems();
            for (RecordItemView item : items == null ? List.<RecordItemView>of() : items) {
                if (item.subindex() != null) {
                    rows.add(new ParameterDraft(parameter.variableId(), parameter.index(), item.subindex(), item.name(),
                            item.description(), item.dataType(), item.accessRights(), item.unit()));
                }
            }
        }
        return rows;
    }

    private static List<FileDraft> files(DescriptionPackage files) {
        List<FileDraft> drafts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        add(drafts, names, IoddFiles.main(files.main()));
        files.languages().forEach(entry -> add(drafts, names, IoddFiles.language(entry)));
        files.assets().forEach(entry -> add(drafts, names, IoddFiles.asset(entry)));
        return drafts;
    }

    private static void add(List<FileDraft> drafts, Set<String> names, FileDraft draft) {
        FileDraft named = new FileDraft(draft.role(), shorten(draft.name()), draft.purpose(), draft.mediaType(),
                draft.content());
        if (names.add(named.name().toLowerCase(Locale.ROOT))) {
            drafts.add(named);
        }
    }

    private static String shorten(String name) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replace("\0", "");
        return base.length() <= MAX_NAME ? base : base.substring(base.length() - MAX_NAME);
    }
}
