package io.greenstack.descriptions.iodd.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.UserInterface.Menu;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.Button;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.DataItemRef;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuItem.MenuRef;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuSet;
import io.greenstack.descriptions.iodd.model.UserInterface.MenuSetRef;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.view.IoddDetail.ButtonView;
import io.greenstack.descriptions.iodd.view.IoddDetail.MenuItemView;
import io.greenstack.descriptions.iodd.view.IoddDetail.MenuView;
import io.greenstack.descriptions.iodd.view.IoddDetail.MenusView;
import io.greenstack.descriptions.iodd.view.IoddDetail.ParameterView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RangeView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RecordItemView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RoleView;
import io.greenstack.descriptions.iodd.view.IoddDetail.SingleValueView;

/** Views of menus and roles; what an entry shows is found by variable id and subindex, never by name. */
public record MenuViews(IoddDescription description, IoddTexts texts, FunctionViews functions) {

    /** All menus and roles. */
    public MenusView menus() {
        return new MenusView(description.menus().stream().map(this::menu).toList(),
                description.menuSets().stream().map(MenuViews::role).toList());
    }

    /** The menus that a role reaches, in document order. */
    public MenusView menus(String role) {
        MenusView all = menus();
        List<RoleView> roles = all.roleSets().stream().filter(set -> set.roleType().equals(role)).toList();
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        roles.forEach(set -> Stream.of(set.identificationMenu(), set.parameterMenu(), set.observationMenu(),
                set.diagnosisMenu()).filter(id -> id != null).forEach(open::add));
        while (!open.isEmpty()) {
            String id = open.poll();
            if (reached.add(id)) {
                all.menus().stream().filter(menu -> id.equals(menu.menuId())).flatMap(menu -> menu.items().stream())
                        .map(MenuItemView::menuRef).filter(ref -> ref != null).forEach(open::add);
            }
        }
        return new MenusView(all.menus().stream().filter(menu -> reached.contains(menu.menuId())).toList(), roles);
    }

    private MenuView menu(Menu menu) {
        List<MenuItemView> items = new ArrayList<>(menu.items().size());
        for (MenuItem item : menu.items()) {
            if (item instanceof DataItemRef ref) {
                items.add(data(ref));
            } else if (item instanceof MenuRef ref) {
                items.add(new MenuItemView("MenuRef", null, null, null, null, null, null, null, null, null, null,
                        ref.menuId(), functions.condition(ref.condition()), null, null, null, null, null, null, null,
                        null, null, null, null, null, null));
            }
        }
        return new MenuView(menu.id(), texts.text(menu.name()), items);
    }

    private MenuItemView data(DataItemRef ref) {
        List<ButtonView> buttons = buttons(ref);
        Display.Look look = functions.display().look(ref.unitCode(), ref.gradient(), ref.offset(), ref.displayFormat());
        Shown shown = Shown.of(functions.parameter(ref.variableId()), ref.subindex());
        String restriction = ref.accessRightRestriction() == null ? null : ref.accessRightRestriction().token();
        return new MenuItemView(ref.element(), ref.variableId(), ref.subindex(), restriction, look.displayFormat(),
                look.unitCode(), look.unit(), look.gradient(), look.offset(),
                buttons.isEmpty() ? null : buttons.get(0).buttonValue(), buttons.isEmpty() ? null : buttons, null, null,
                "RecordItemRef".equals(ref.element()) ? ref.variableId() : null, shown.index(), shown.name(),
                shown.description(), shown.dataType(), shown.bitLength(),
                restriction == null ? shown.accessRights() : restriction, shown.defaultValue(), shown.minValue(),
                shown.maxValue(), TypeViews.enumeration(shown.singleValues()), shown.singleValues(), shown.ranges());
    }

    private List<ButtonView> buttons(DataItemRef ref) {
        List<ButtonView> buttons = new ArrayList<>();
        for (Button button : ref.buttons()) {
            buttons.add(new ButtonView(button.buttonValue(), texts.text(button.description()),
                    texts.text(button.actionStartedMessage())));
        }
        if (buttons.isEmpty() && ref.buttonValue() != null) {
            buttons.add(new ButtonView(ref.buttonValue(), null, null));
        }
        return buttons;
    }

    private static RoleView role(MenuSet set) {
        String role = set.element() == null
                ? ""
                : set.element().toLowerCase(Locale.ROOT)
                        .replace("rolemenuset", "").replace("menuset", "");
        return new RoleView(role, id(set.identification()), id(set.parameter()), id(set.observation()),
                id(set.diagnosis()));
    }

    private static String id(MenuSetRef ref) {
        return ref == null ? null : ref.menuId();
    }

    /** What a menu entry refers to: a variable, or a record item of one. All members are null where the reference leads nowhere. */
    record Shown(Integer index, String name, String description, String dataType, Integer bitLength,
            String accessRights,
            String defaultValue, List<SingleValueView> singleValues, List<RangeView> ranges) {

        private static final Shown NOTHING = new Shown(null, null, null, null, null, null, null, null, null);

        static Shown of(ParameterView parameter, Integer subindex) {
            if (parameter == null) {
                return NOTHING;
            }
            if (subindex == null || subindex == 0) {
                return new Shown(parameter.index(), parameter.name(), parameter.description(), parameter.dataType(),
                        parameter.bitLength(), parameter.accessRights(), parameter.defaultValue(),
                        parameter.singleValues(), parameter.ranges());
            }
            RecordItemView item = FunctionViews.item(parameter, subindex);
            if (item != null) {
                return new Shown(parameter.index(), item.name(), item.description(), item.dataType(), item.bitLength(),
                        item.accessRights() == null ? parameter.accessRights() : item.accessRights(),
                        item.defaultValue(),
                        item.singleValues(), item.ranges());
            }
            boolean element = parameter.type() != null && parameter.type().elementType() != null
                    && parameter.type().count() != null && subindex <= parameter.type().count();
            return element
                    ? new Shown(parameter.index(), parameter.name() + " [" + subindex + "]", parameter.description(),
                            parameter.type().elementType().dataType(), parameter.type().elementType().bitLength(),
                            parameter.accessRights(), null, parameter.type().elementType().singleValues(),
                            parameter.type().elementType().ranges())
                    : new Shown(parameter.index(), parameter.name(), null, null, null, null, null, null, null);
        }

        String minValue() {
            return ranges == null ? null : ranges.get(0).minValue();
        }

        String maxValue() {
            return ranges == null ? null : ranges.get(ranges.size() - 1).maxValue();
        }
    }
}
