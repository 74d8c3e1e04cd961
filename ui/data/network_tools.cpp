#include "ui/data/network_tools.h"

#include "ui/base/layouts.h"
#include "ui/data/menu_button.h"
#include "ui/data/network_help.h"
#include "ui/parts/labels.h"
#include "ui/parts/page_actions.h"

namespace rudolph {

NetworkTools::NetworkTools(NetworkHelp* help, const PageActions* actions, QWidget* parent)
    : QWidget(parent),
      network_(new MenuButton({}, tr("Which network helps"), help->modelMenu(), this)) {
    network_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    QLabel* remark = makeNarrowLabel(this);
    remark->setObjectName("network remark");
    const auto name_network = [this, help, remark] {
        network_->setText(help->model().isEmpty() ? tr("Choose a network") : help->modelName());
        remark->setText(help->remark());
        remark->setVisible(!remark->text().isEmpty());
    };
    connect(help, &NetworkHelp::modelChanged, this, name_network);
    name_network();
    auto* column = makeColumn(this, 4);
    column->addWidget(network_);
    column->addWidget(remark);
    for (const char* id : {"network/fit", "network/fit-all", "network/suggest", "network/train-fit",
                           "network/compare"}) {
        QToolButton* button = actions->button(id, this);
        button->setAutoRaise(false);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        column->addWidget(button);
    }
}

void NetworkTools::chooseNetwork() {
    network_->popUp();
}

}  // namespace rudolph
