#pragma once

#include "ui/schemes/scheme_tab.h"

namespace rudolph {

/// The names of a scheme's points in their order, and where they are: a click places the chosen one
/// that has no place, or adds one.
class SchemePointsTab : public SchemeTab {
    Q_OBJECT

public:
    explicit SchemePointsTab(SchemeDocument* document);

    SchemePart part() const override { return SchemePart::Points; }
    void showDraft() override;
    SchemeLook look() const override;
    QString hint() const override;
    void clickPoint(int point) override { choose(point); }
    void clickPlace(const Point& place) override;
    void movePoint(int point, const Point& place, bool one_of_many) override;
    void removeChosen() override;
    void choose(int point) override;
    void forget() override { chosen_ = -1; }

private:
    void addToList();
    void shift(int by);
    void dragged();
    void reorder(const std::vector<int>& order);

    QListWidget* points_;
    int chosen_ = -1;
};

}  // namespace rudolph
