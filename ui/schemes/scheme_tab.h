#pragma once

#include <QWidget>
#include <functional>
#include <initializer_list>
#include <optional>
#include <vector>

#include "ui/schemes/scheme_document.h"

class QLineEdit;
class QListWidget;
class QPushButton;

namespace rudolph {

/// What a part of the scheme editor wants the drawing to show.
struct SchemeLook {
    std::vector<int> chosen;  ///< points
    int line = -1;            ///< −1: none is chosen
    bool pairs = false;
    std::optional<int> waiting;  ///< for its partner
    bool draggable = false;
};

/// A part of the scheme editor: its list or its fields, what is chosen in them, and what a click on
/// the drawing means there. The editor calls it; it changes the document.
class SchemeTab : public QWidget {
    Q_OBJECT

public:
    /// Which part of a scheme this is for.
    virtual SchemePart part() const = 0;
    /// Fills the fields, whose signals are nobody's wish then.
    virtual void showDraft() = 0;
    virtual SchemeLook look() const = 0;
    /// What to do here.
    virtual QString hint() const = 0;
    virtual void clickPoint(int point) = 0;
    virtual void clickPlace(const Point& /*place*/) {}
    virtual void movePoint(int /*point*/, const Point& /*place*/, bool /*one_of_many*/) {}
    virtual void removeChosen() {}
    /// The point, the line, …
    virtual void choose(int /*index*/) {}
    /// Another tab is shown.
    virtual void leave() {}
    /// Another scheme is edited.
    virtual void forget() { leave(); }

signals:
    /// look() or hint() is another one now.
    void lookChanged();

protected:
    explicit SchemeTab(SchemeDocument* document) : document_(*document) {}

    const LandmarkScheme& scheme() const { return document_.scheme(); }
    /// Puts the widgets below each other.
    void stack(std::initializer_list<QWidget*> widgets);
    QPushButton* makeButton(const QString& text, const QString& tip, std::function<void()> action);
    QListWidget* makeList(const QString& object_name, const QString& accessible_name);

    SchemeDocument& document_;
};

QWidget* schemeRow(std::initializer_list<QWidget*> widgets);
/// A field that shows this already keeps its cursor.
void showText(QLineEdit* field, const std::string& text);
/// As many rows as there are texts; what is there is changed only where it differs.
void showRows(QListWidget* list, const QStringList& texts, bool editable);

}  // namespace rudolph
