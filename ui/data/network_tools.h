#pragma once

#include <QWidget>

namespace rudolph {

class MenuButton;
class NetworkHelp;
class PageActions;

/// The buttons of a network's help beside the picture: which network, and what it is to do.
class NetworkTools : public QWidget {
    Q_OBJECT

public:
    NetworkTools(NetworkHelp* help, const PageActions* actions, QWidget* parent);

    /// Opens the menu of networks.
    void chooseNetwork();

private:
    MenuButton* network_;
};

}  // namespace rudolph
