package io.greenstack.api.iodd.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.greenstack.api.iodd.model.Button;
import io.greenstack.api.iodd.model.DataItemRef;
import io.greenstack.api.iodd.model.Datatype;
import io.greenstack.api.iodd.model.IoddDescription;
import io.greenstack.api.iodd.model.Menu;
import io.greenstack.api.iodd.model.MenuItem;
import io.greenstack.api.iodd.model.MenuRef;
import io.greenstack.api.iodd.model.MenuSet;
import io.greenstack.api.iodd.model.MenuSetRef;
import io.greenstack.api.iodd.model.RecordItem;
import io.greenstack.api.iodd.standard.IoddTexts;
import io.greenstack.api.iodd.standard.ResolvedVariable;
import io.greenstack.api.iodd.view.IoddDetail.ButtonView;
import io.greenstack.api.iodd.view.IoddDetail.MenuItemView;
import io.greenstack.api.iodd.view.IoddDetail.MenuView;
import io.greenstack.api.iodd.view.IoddDetail.MenusView;
import io.greenstack.api.iodd.view.IoddDetail.RoleView;

/** Views of menus and roles. */
final class MenuViews {

    private final IoddDescription description;
    private final IoddTexts texts;
    private final FunctionViews functions;

    MenuViews(IoddDescription description, IoddTexts texts, FunctionViews functions) {
        this.description = description;
        this.texts = texts;
        this.functions = functions;
    }

    MenusView menus() {
        return new MenusView(description.menus().stream().map(this::menu).toList(),
                description.menuSets().stream().map(MenuViews::role).toList());
    }

    private MenuView menu(Menu menu) {
        List<MenuItemView> items = new ArrayList<>(menu.items().size());
        for (MenuItem item : menu.items()) {
            if (item instanceof DataItemRef ref) {
                items.add(data(ref));
            } else if (item instanceof MenuRef ref) {
                items.add(
                        new MenuItemView("MenuRef", null, null, null, null, null, null, null, null, null, ref.menuId(),
                                FunctionViews.condition(ref.condition()), null));
            }
        }
        return new MenuView(menu.id(), texts.text(menu.name()), items);
    }

    private MenuItemView data(DataItemRef ref) {
        List<ButtonView> buttons = new ArrayList<>();
        for (Button button : ref.buttons()) {
            buttons.add(new ButtonView(button.buttonValue(), texts.text(button.description()),
                    texts.text(button.actionStartedMessage())));
        }
        if (buttons.isEmpty() && ref.buttonValue() != null) {
            buttons.add(new ButtonView(ref.buttonValue(), null, null));
        }
        return new MenuItemView(ref.element(), ref.variableId(), ref.subindex(),
                ref.accessRightRestriction() == null ? null : ref.accessRightRestriction().token(), ref.displayFormat(),
                ref.unitCode(), Display.unit(ref.unitCode()), ref.gradient(), ref.offset(),
                buttons.isEmpty() ? null : buttons, null, null, parameterName(ref));
    }

    private String parameterName(DataItemRef ref) {
        ResolvedVariable variable = ref.variableId() == null ? null : functions.variables().find(ref.variableId());
        if (variable == null) {
            return null;
        }
        Datatype datatype = variable.datatype();
        if (ref.subindex() != null && datatype != null) {
            for (RecordItem item : datatype.recordItems()) {
                if (ref.subindex().equals(item.subindex())) {
                    return texts.label(item.name());
                }
            }
        }
        return functions.nameOf(variable);
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
}
