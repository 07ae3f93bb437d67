package io.greenstack.descriptions.iodd;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.descriptions.DescriptionJson;
import io.greenstack.descriptions.ErrorText;
import io.greenstack.descriptions.EventBook;
import io.greenstack.descriptions.LargeFiles;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.OpenDescription.JudgedValues;
import io.greenstack.descriptions.ParameterBook;
import io.greenstack.descriptions.ParameterLine;
import io.greenstack.descriptions.ParameterSetting;
import io.greenstack.descriptions.StoredContent;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.json.IoddJson;
import io.greenstack.descriptions.iodd.parameter.ParameterCatalog;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.view.IoddDetail.ParameterView;
import io.greenstack.descriptions.iodd.view.IoddViews;

/** An IODD that is in use; its model comes from its JSON form, without reading the file again. */
public final class OpenIodd implements OpenDescription {

    private final StoredContent content;
    private IoddDescription model;
    private ParameterCatalog catalog;

    OpenIodd(StoredContent content) {
        this.content = content;
    }

    /** Its model. */
    public synchronized IoddDescription model() {
        if (model == null) {
            String json = content.model();
            model = LargeFiles.read(json.length(), () -> IoddJson.fromJson(json));
        }
        return model;
    }

    private synchronized ParameterCatalog catalog() {
        if (catalog == null) {
            catalog = ParameterCatalog.of(model());
        }
        return catalog;
    }

    @Override
    public List<String> languages() {
        return List.copyOf(IoddTexts.languages(model()));
    }

    @Override
    public String detail(String language) {
        return DescriptionJson.write(IoddViews.of(model(), language));
    }

    @Override
    public EventBook events() {
        return new IoddEvents(model());
    }

    @Override
    public Optional<ErrorText> error(int type, String language) {
        return IoddErrors.find(model(), type, language);
    }

    @Override
    public boolean takesBlocks() {
        return model().function() != null && model().function().features() != null
                && Boolean.TRUE.equals(model().function().features().blockParameter());
    }

    @Override
    public Optional<ParameterBook> parameters() {
        return Optional.of(new IoddParameterBook(catalog()));
    }

    @Override
    public List<ParameterLine> parameterLines(String language) {
        return IoddViews.in(model(), language).functions().parameters().stream()
                .map(view -> new ParameterLine(view.variableId(), view.index(), view.name(), view.dataType(),
                        view.accessRights(), view.defaultValue(), view.minValue(), view.maxValue(), view.unit(),
                        view.description()))
                .toList();
    }

    @Override
    public List<ParameterSetting> settings(String language) {
        return IoddViews.in(model(), language).functions().parameters().stream().flatMap(OpenIodd::settings).toList();
    }

    private static Stream<ParameterSetting> settings(ParameterView view) {
        if (view.recordItems() == null || view.recordItems().isEmpty()) {
            return Stream.of(new ParameterSetting(view.variableId(), view.index(), 0, view.name(), null,
                    view.dataType(), view.accessRights(), view.defaultValue(), view.unit()));
        }
        return view.recordItems().stream()
                .map(item -> new ParameterSetting(view.variableId(), view.index(), item.subindex(), view.name(),
                        item.name(), item.dataType(),
                        item.accessRights() == null ? view.accessRights() : item.accessRights(), item.defaultValue(),
                        item.unit()));
    }

    @Override
    public JudgedValues judge(ObjectNode wanted) {
        return IoddRules.judge(catalog(), wanted);
    }
}
