#pragma once

#include <QObject>
#include <functional>
#include <vector>

#include "core/experiment/fields.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QToolButton;

namespace rudolph {

/// One setting in a form: its name, something to edit it with, its unit, a mark and a reset button
/// where it differs from what it is compared with, and the sentence that says what is wrong; all
/// made from its description. Knows no experiment: it is told what to show, and says what the
/// person wants.
/// By object names: the editor (of layers, the button) has the setting's key; "KEY number", "KEY
/// reset" and "KEY problem" are a slider's number, the reset button and the sentence.
class FieldRow : public QObject {
    Q_OBJECT

public:
    enum class Look {
        Entry,  ///< what suits the type: a line, a choice, a file, a text with a button (layers)
        Slider  ///< with a number; for a field that has both limits
    };

    /// Adds itself below what a grid of kColumns has already; its widgets belong to `form`.
    FieldRow(const Field& field, Look look, QGridLayout* grid, QWidget* form);

    static constexpr int kColumns = 4;

    const Field& field() const { return field_; }
    const std::string& key() const { return field_.key; }
    QWidget* editor() const { return editor_; }

    /// What fieldText() writes, or a text that cannot be read. Says nothing through edited().
    void setText(const QString& text);
    /// Whether it differs, and from what.
    void setChanged(bool changed, const QString& base);
    /// What the choice of a file offers, besides none, a file of one's own, and what is chosen.
    struct FileChoice {
        QString text;
        QString value;
        QString tip = {};
    };
    void setFileChoices(const std::vector<FileChoice>& choices);
    /// Shows a widget below the choice of a file.
    void setBelow(QWidget* widget);
    /// Empty: it is right.
    void setProblem(const QString& sentence);
    void setVisible(bool visible);

signals:
    /// The person has typed or chosen something.
    void edited(const QString& text);
    void resetRequested();
    /// Of a list of layers, which has an editor of its own.
    void editRequested();

private:
    void makeLine(QWidget* form);
    void makeFile(QWidget* form);
    void chooseFile(const QString& value);
    void makeChoice(QWidget* form);
    void makeLayers(QWidget* form);
    void makeSlider(QWidget* form);
    void makeReset(QWidget* form);
    void say(const QString& text);

    const Field& field_;
    QLabel* name_;
    QWidget* editor_ = nullptr;
    QWidget* cell_ = nullptr;    ///< the editor with what belongs to it
    QWidget* beside_ = nullptr;  ///< the unit, or a slider's number
    QToolButton* reset_ = nullptr;
    QLabel* problem_;
    QComboBox* files_ = nullptr;  ///< the editor of a file
    QWidget* below_ = nullptr;    ///< of a file
    std::function<void(const QString&)> show_;
    bool filling_ = false;
    bool visible_ = true;
    bool changed_ = false;
};

}  // namespace rudolph
