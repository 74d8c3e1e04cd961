#pragma once

#include "ui/schemes/scheme_tab.h"

class QCheckBox;

namespace rudolph {

/// The lines of a scheme: a click on a point lengthens the chosen one.
class SchemeLinesTab : public SchemeTab {
    Q_OBJECT

public:
    explicit SchemeLinesTab(SchemeDocument* document);

    SchemePart part() const override { return SchemePart::Lines; }
    void showDraft() override;
    SchemeLook look() const override;
    QString hint() const override;
    void clickPoint(int point) override;
    void removeChosen() override;
    void choose(int line) override;

private:
    const Polyline* chosen() const;
    void showClosed();
    void change(const QString& what, const std::function<void(Polyline&)>& edit);
    void add();

    QListWidget* lines_;
    QCheckBox* closed_;
};

}  // namespace rudolph
