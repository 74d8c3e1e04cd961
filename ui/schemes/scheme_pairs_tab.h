#pragma once

#include "ui/schemes/scheme_tab.h"

class QCheckBox;

namespace rudolph {

/// Which left point of a scheme mirrors which right one: a click on each makes a pair.
class SchemePairsTab : public SchemeTab {
    Q_OBJECT

public:
    explicit SchemePairsTab(SchemeDocument* document);

    SchemePart part() const override { return SchemePart::Pairs; }
    void showDraft() override;
    SchemeLook look() const override;
    QString hint() const override;
    void clickPoint(int point) override;
    void clickPlace(const Point& place) override;
    void removeChosen() override;
    void leave() override { waiting_.reset(); }

private:
    QListWidget* pairs_;
    QCheckBox* mirrors_;
    std::optional<int> waiting_;  ///< for its partner
};

}  // namespace rudolph
