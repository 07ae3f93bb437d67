package io.greenstack.descriptions.iodd.model.shape;

import static io.greenstack.descriptions.iodd.model.shape.Lexical.DECIMAL;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.INTEGER;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.RIGHTS;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TEXT;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TOKEN;

import io.greenstack.descriptions.iodd.model.IoddList;
import io.greenstack.descriptions.iodd.model.UserInterface;
import io.greenstack.descriptions.iodd.model.UserInterface.Menu;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.Button;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.DataItemRef;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.MenuRef;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuSet;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuSetRef;
import io.greenstack.descriptions.iodd.model.UserInterface.ProcessDataInfo;
import io.greenstack.descriptions.iodd.model.UserInterface.ProcessDataRef;
import io.greenstack.descriptions.iodd.model.shape.Shape.Choice;

/** Shapes: menus and process-data references. */
final class InterfaceShapes {

    static final Shape<ProcessDataInfo> PROCESS_DATA_INFO = Shape.of(ProcessDataInfo.class)
            .named(ProcessDataInfo::element)
            .optional("subindex", INTEGER, ProcessDataInfo::subindex)
            .optional("gradient", DECIMAL, ProcessDataInfo::gradient)
            .optional("offset", DECIMAL, ProcessDataInfo::offset)
            .optional("unitCode", INTEGER, ProcessDataInfo::unitCode)
            .optional("displayFormat", TOKEN, ProcessDataInfo::displayFormat)
            .make(v -> new ProcessDataInfo(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<ProcessDataRef> PROCESS_DATA_REF = Shape.of(ProcessDataRef.class)
            .required("processDataId", TOKEN, ProcessDataRef::processDataId)
            .children("infos", ProcessDataRef::infos,
                    Choice.of("ProcessDataInfo", () -> InterfaceShapes.PROCESS_DATA_INFO),
                    Choice.of("ProcessDataRecordItemInfo", () -> InterfaceShapes.PROCESS_DATA_INFO))
            .make(v -> new ProcessDataRef(v.next(), v.next(), v.source()));

    static final Shape<IoddList<ProcessDataRef>> PROCESS_DATA_REF_COLLECTION = Shape.list("refs",
            Choice.of("ProcessDataRef", () -> InterfaceShapes.PROCESS_DATA_REF));

    static final Shape<Button> BUTTON = Shape.of(Button.class)
            .required("buttonValue", TEXT, Button::buttonValue)
            .optionalChild("Description", () -> TextShapes.TEXT_REF, Button::description)
            .optionalChild("ActionStartedMessage", () -> TextShapes.TEXT_REF, Button::actionStartedMessage)
            .make(v -> new Button(v.next(), v.next(), v.next(), v.source()));

    static final Shape<DataItemRef> DATA_ITEM_REF = Shape.of(DataItemRef.class)
            .named(DataItemRef::element)
            .required("variableId", TOKEN, DataItemRef::variableId)
            .optional("subindex", INTEGER, DataItemRef::subindex)
            .optional("accessRightRestriction", RIGHTS, DataItemRef::accessRightRestriction)
            .optional("displayFormat", TOKEN, DataItemRef::displayFormat)
            .optional("gradient", DECIMAL, DataItemRef::gradient)
            .optional("offset", DECIMAL, DataItemRef::offset)
            .optional("unitCode", INTEGER, DataItemRef::unitCode)
            .optional("buttonValue", TEXT, DataItemRef::buttonValue)
            .children("buttons", DataItemRef::buttons, Choice.of("Button", () -> InterfaceShapes.BUTTON))
            .make(v -> new DataItemRef(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(),
                    v.next(), v.next(), v.source()));

    static final Shape<MenuRef> MENU_REF = Shape.of(MenuRef.class)
            .required("menuId", TOKEN, MenuRef::menuId)
            .optionalChild("Condition", () -> FunctionShapes.CONDITION, MenuRef::condition)
            .make(v -> new MenuRef(v.next(), v.next(), v.source()));

    static final Shape<Menu> MENU = Shape.of(Menu.class)
            .required("id", TOKEN, Menu::id)
            .optionalChild("Name", () -> TextShapes.TEXT_REF, Menu::name)
            .children("items", Menu::items, Choice.of("VariableRef", () -> InterfaceShapes.DATA_ITEM_REF),
                    Choice.of("RecordItemRef", () -> InterfaceShapes.DATA_ITEM_REF),
                    Choice.of("MenuRef", () -> InterfaceShapes.MENU_REF))
            .make(v -> new Menu(v.next(), v.next(), v.next(), v.source()));

    static final Shape<IoddList<Menu>> MENU_COLLECTION = Shape.list("menus",
            Choice.of("Menu", () -> InterfaceShapes.MENU));

    static final Shape<MenuSetRef> MENU_SET_REF = Shape.of(MenuSetRef.class)
            .required("menuId", TOKEN, MenuSetRef::menuId)
            .optional("xsi:type", TOKEN, MenuSetRef::xsiType)
            .make(v -> new MenuSetRef(v.next(), v.next(), v.source()));

    static final Shape<MenuSet> MENU_SET = Shape.of(MenuSet.class)
            .named(MenuSet::element)
            .child("IdentificationMenu", () -> InterfaceShapes.MENU_SET_REF, MenuSet::identification)
            .optionalChild("ParameterMenu", () -> InterfaceShapes.MENU_SET_REF, MenuSet::parameter)
            .optionalChild("ObservationMenu", () -> InterfaceShapes.MENU_SET_REF, MenuSet::observation)
            .optionalChild("DiagnosisMenu", () -> InterfaceShapes.MENU_SET_REF, MenuSet::diagnosis)
            .make(v -> new MenuSet(v.next(), v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<UserInterface> USER_INTERFACE = Shape.of(UserInterface.class)
            .optionalChild("ProcessDataRefCollection", () -> InterfaceShapes.PROCESS_DATA_REF_COLLECTION,
                    UserInterface::processDataRefs)
            .child("MenuCollection", () -> InterfaceShapes.MENU_COLLECTION, UserInterface::menus)
            .child("ObserverRoleMenuSet", () -> InterfaceShapes.MENU_SET, UserInterface::observer)
            .child("MaintenanceRoleMenuSet", () -> InterfaceShapes.MENU_SET, UserInterface::maintenance)
            .child("SpecialistRoleMenuSet", () -> InterfaceShapes.MENU_SET, UserInterface::specialist)
            .make(v -> new UserInterface(v.next(), v.next(), v.next(), v.next(), v.next(), v.source()));

    private InterfaceShapes() {}
}
