package io.greenstack.descriptions.iodd.model.shape;

import static io.greenstack.descriptions.iodd.model.shape.Lexical.BOOLEAN;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.INTEGER;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.RIGHTS;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TEXT;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TOKEN;

import io.greenstack.descriptions.iodd.model.IoddList;
import io.greenstack.descriptions.iodd.model.VariableEntry;
import io.greenstack.descriptions.iodd.model.VariableEntry.DirectParameterOverlay;
import io.greenstack.descriptions.iodd.model.VariableEntry.RecordItemInfo;
import io.greenstack.descriptions.iodd.model.VariableEntry.StdRecordItemRef;
import io.greenstack.descriptions.iodd.model.VariableEntry.StdVariableRef;
import io.greenstack.descriptions.iodd.model.VariableEntry.Variable;
import io.greenstack.descriptions.iodd.model.shape.Shape.Choice;

/** Shapes: variables. */
final class VariableShapes {

    static final Shape<RecordItemInfo> RECORD_ITEM_INFO = Shape.of(RecordItemInfo.class)
            .required("subindex", INTEGER, RecordItemInfo::subindex)
            .optional("defaultValue", TEXT, RecordItemInfo::defaultValue)
            .optional("modifiesOtherVariables", BOOLEAN, RecordItemInfo::modifiesOtherVariables)
            .optional("excludedFromDataStorage", BOOLEAN, RecordItemInfo::excludedFromDataStorage)
            .make(v -> new RecordItemInfo(v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<StdRecordItemRef> STD_RECORD_ITEM_REF = Shape.of(StdRecordItemRef.class)
            .required("subindex", INTEGER, StdRecordItemRef::subindex)
            .optional("defaultValue", TEXT, StdRecordItemRef::defaultValue)
            .children("values", StdRecordItemRef::values, DatatypeShapes.supportedValues())
            .make(v -> new StdRecordItemRef(v.next(), v.next(), v.next(), v.source()));

    static final Shape<StdVariableRef> STD_VARIABLE_REF = Shape.of(StdVariableRef.class)
            .required("id", TOKEN, StdVariableRef::id)
            .optional("defaultValue", TEXT, StdVariableRef::defaultValue)
            .optional("fixedLengthRestriction", INTEGER, StdVariableRef::fixedLengthRestriction)
            .optional("excludedFromDataStorage", BOOLEAN, StdVariableRef::excludedFromDataStorage)
            .children("values", StdVariableRef::values, DatatypeShapes.supportedValues())
            .children("items", StdVariableRef::items,
                    Choice.of("StdRecordItemRef", () -> VariableShapes.STD_RECORD_ITEM_REF))
            .make(v -> new StdVariableRef(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<DirectParameterOverlay> DIRECT_PARAMETER_OVERLAY = Shape.of(DirectParameterOverlay.class)
            .named(DirectParameterOverlay::element)
            .required("id", TOKEN, DirectParameterOverlay::id)
            .required("accessRights", RIGHTS, DirectParameterOverlay::accessRights)
            .optional("defaultValue", TEXT, DirectParameterOverlay::defaultValue)
            .optional("dynamic", BOOLEAN, DirectParameterOverlay::dynamic)
            .optional("modifiesOtherVariables", BOOLEAN, DirectParameterOverlay::modifiesOtherVariables)
            .optional("excludedFromDataStorage", BOOLEAN, DirectParameterOverlay::excludedFromDataStorage)
            .oneOf("datatype", true, DirectParameterOverlay::type, DatatypeShapes.useOf("Datatype"))
            .children("item_infos", DirectParameterOverlay::itemInfos,
                    Choice.of("RecordItemInfo", () -> VariableShapes.RECORD_ITEM_INFO))
            .child("Name", () -> TextShapes.TEXT_REF, DirectParameterOverlay::name)
            .optionalChild("Description", () -> TextShapes.TEXT_REF, DirectParameterOverlay::description)
            .make(v -> new DirectParameterOverlay(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(),
                    v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<Variable> VARIABLE = Shape.of(Variable.class)
            .required("id", TOKEN, Variable::id)
            .required("index", INTEGER, Variable::index)
            .required("accessRights", RIGHTS, Variable::accessRights)
            .optional("defaultValue", TEXT, Variable::defaultValue)
            .optional("dynamic", BOOLEAN, Variable::dynamic)
            .optional("modifiesOtherVariables", BOOLEAN, Variable::modifiesOtherVariables)
            .optional("excludedFromDataStorage", BOOLEAN, Variable::excludedFromDataStorage)
            .oneOf("datatype", true, Variable::type, DatatypeShapes.useOf("Datatype"))
            .children("item_infos", Variable::itemInfos,
                    Choice.of("RecordItemInfo", () -> VariableShapes.RECORD_ITEM_INFO))
            .child("Name", () -> TextShapes.TEXT_REF, Variable::name)
            .optionalChild("Description", () -> TextShapes.TEXT_REF, Variable::description)
            .make(v -> new Variable(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(),
                    v.next(), v.next(), v.next(), v.source()));

    static final Shape<IoddList<VariableEntry>> VARIABLE_COLLECTION = Shape.list("entries",
            Choice.of("StdVariableRef", () -> VariableShapes.STD_VARIABLE_REF),
            Choice.of("DirectParameterOverlay", () -> VariableShapes.DIRECT_PARAMETER_OVERLAY),
            Choice.of("StdDirectParameterRef", () -> VariableShapes.DIRECT_PARAMETER_OVERLAY),
            Choice.of("Variable", () -> VariableShapes.VARIABLE));

    private VariableShapes() {}
}
