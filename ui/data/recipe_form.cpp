#include "ui/data/recipe_form.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <algorithm>

#include "core/geometry/landmark_scheme.h"
#include "ui/base/layouts.h"
#include "ui/data/recipe_words.h"
#include "ui/parts/labels.h"
#include "ui/parts/narrow_box.h"
#include "ui/parts/quiet_controls.h"

namespace rudolph {
namespace {

constexpr int kMostSkipped = 100'000;
constexpr int kFieldCharacters = 12;
/// What order holds beside x and y where the form has no word for it.
constexpr int kOtherValues = -1;

bool isTable(const Recipe& recipe) {
    return recipe.layout == RecipeLayout::RowPerFace || recipe.layout == RecipeLayout::RowPerPoint;
}
bool pairsByName(const Recipe& recipe) {
    return !isTable(recipe) && recipe.layout != RecipeLayout::Blocks &&
           recipe.pictures.from == PictureFrom::FileName;
}
bool hasColumns(const Recipe& recipe) {
    return isTable(recipe) && !recipe.points.columns.empty();
}
bool hasNumberedValues(const Recipe& recipe) {
    return !hasColumns(recipe);
}

/// Another layout has none of the things that it cannot say.
void changeLayout(Recipe& recipe, RecipeLayout layout) {
    recipe.layout = layout;
    if (isTable(recipe)) {
        if (recipe.pictures.from != PictureFrom::Pixels)
            recipe.pictures.from = PictureFrom::Column;
        return;
    }
    recipe.pictures.from =
        layout == RecipeLayout::Blocks ? PictureFrom::FirstLine : PictureFrom::FileName;
    recipe.points.columns.clear();
    recipe.points.has_point_column = false;
    recipe.box = {};
    recipe.attributes.clear();
    if (recipe.place.frame == RecipeFrame::Box)
        recipe.place.frame = RecipeFrame::Pixels;
}

bool isYFirst(const Recipe& recipe) {
    return recipe.points.order.find('y') < recipe.points.order.find('x');
}

void swapXY(Recipe& recipe) {
    for (char& letter : recipe.points.order)
        letter = letter == 'x' ? 'y' : letter == 'y' ? 'x' : letter;
    auto& columns = recipe.points.columns;
    if (columns.contains('x') && columns.contains('y'))
        std::swap(columns['x'], columns['y']);
}

/// The one value that follows x and y; 0: none.
int valueBeside(const Recipe& recipe) {
    const std::string& order = recipe.points.order;
    if (order.size() == 2)
        return 0;
    const bool is_last = order.size() == 3 && order[2] != 'x' && order[2] != 'y';
    return is_last && order[2] != 'n' ? order[2] : kOtherValues;
}

/// One of the two may be empty while one types.
void setColumns(Recipe& recipe, char letter, const QString& text) {
    auto& columns = recipe.points.columns;
    columns[letter] = text.trimmed().toStdString();
    if (columns['x'].empty() && columns['y'].empty())
        columns.clear();
}

QString patternOf(const Recipe& recipe, char letter) {
    const auto found = recipe.points.columns.find(letter);
    return found == recipe.points.columns.end() ? QString() : QString::fromStdString(found->second);
}

}  // namespace

RecipeForm::RecipeForm(QWidget* parent) : QWidget(parent), form_(new QFormLayout(this)) {
    form_->setContentsMargins(0, 0, 8, 0);
    form_->setVerticalSpacing(6);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form_->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    addNumbers();
    addPlace();
    addPairing();
    addText();
    showRows();
}

void RecipeForm::setRecipe(const Recipe& recipe) {
    recipe_ = recipe;
    showRows();
}

void RecipeForm::showRows() {
    const QScopedValueRollback filling(filling_, true);
    for (const Row& row : rows_) {
        if (row.shown)
            form_->setRowVisible(row.field, row.shown(recipe_));
        row.fill();
    }
}

void RecipeForm::change(const std::function<void(Recipe&)>& edit) {
    if (filling_)
        return;
    edit(recipe_);
    showRows();
    emit edited();
}

void RecipeForm::addSection(const QString& title) {
    auto* label = new QLabel(title, this);
    embolden(label);
    label->setContentsMargins(0, rows_.empty() ? 0 : 8, 0, 0);
    form_->addRow(label);
}

QLineEdit* RecipeForm::makeLine(const char* id, const QString& name, const QString& tip,
                                const std::function<QString(const Recipe&)>& get,
                                const std::function<void(Recipe&, const QString&)>& set) {
    auto* line = new QLineEdit(this);
    line->setObjectName(QLatin1String(id));
    line->setAccessibleName(name);
    line->setToolTip(tip);
    line->setMinimumWidth(48);
    connect(line, &QLineEdit::textEdited, this, [this, set](const QString& text) {
        change([&](Recipe& recipe) { set(recipe, text); });
    });
    rows_.push_back({line, {}, [this, line, get] {
                         // What is being typed stays as it is typed: "a," is on its way to "a, b".
                         if (!line->hasFocus() || !line->isModified())
                             line->setText(get(recipe_));
                     }});
    return line;
}

void RecipeForm::addLine(const char* id, const QString& label, const QString& tip,
                         const Shown& shown, const std::function<QString(const Recipe&)>& get,
                         const std::function<void(Recipe&, const QString&)>& set) {
    form_->addRow(label, makeLine(id, label, tip, get, set));
    rows_.back().shown = shown;
}

void RecipeForm::addAround(const char* id, const QString& label, const QString& tip,
                           const Shown& shown, std::string RecipePictures::*before,
                           std::string RecipePictures::*after) {
    const auto part = [this, id, tip](const char* end, const QString& name,
                                      std::string RecipePictures::*member) {
        return makeLine((std::string(id) + end).c_str(), name, tip,
                        [member](const Recipe& recipe) {
                            return QString::fromStdString(recipe.pictures.*member);
                        },
                        [member](Recipe& recipe, const QString& text) {
                            recipe.pictures.*member = text.trimmed().toStdString();
                        });
    };
    auto* cell = new QWidget(this);
    auto* row = makeRow(cell, 4);
    row->addWidget(part(" prefix", tr("%1, before the name").arg(label), before), 1);
    row->addWidget(new QLabel(tr("name"), cell));
    row->addWidget(part(" suffix", tr("%1, after the name").arg(label), after), 1);
    form_->addRow(label, cell);
    rows_.push_back({cell, shown, [] {}});
}

QComboBox* RecipeForm::addChoice(const char* id, const QString& label, const QString& tip,
                                 const Shown& shown, const Choices& choices,
                                 const std::function<int(const Recipe&)>& get,
                                 const std::function<void(Recipe&, int)>& set) {
    auto* box = new QuietComboBox(this);
    box->setObjectName(QLatin1String(id));
    box->setAccessibleName(label);
    box->setToolTip(tip);
    letShrink(box, kFieldCharacters);
    for (const auto& [text, value] : choices)
        box->addItem(text, value);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, set] {
        change([&](Recipe& recipe) { set(recipe, box->currentData().toInt()); });
    });
    form_->addRow(label, box);
    rows_.push_back(
        {box, shown, [this, box, get] { box->setCurrentIndex(box->findData(get(recipe_))); }});
    return box;
}

void RecipeForm::addCount(const char* id, const QString& label, const QString& tip,
                          const QString& zero, const Shown& shown,
                          const std::function<int(const Recipe&)>& get,
                          const std::function<void(Recipe&, int)>& set) {
    auto* box = new Quiet<QSpinBox>(this);
    box->setObjectName(QLatin1String(id));
    box->setAccessibleName(label);
    box->setToolTip(tip);
    box->setRange(0, kMostSkipped);
    box->setSpecialValueText(zero);
    connect(box, &QSpinBox::valueChanged, this,
            [this, set](int value) { change([&](Recipe& recipe) { set(recipe, value); }); });
    form_->addRow(label, box);
    rows_.push_back({box, shown, [this, box, get] { box->setValue(get(recipe_)); }});
}

void RecipeForm::addTick(const char* id, const QString& label, const QString& tip,
                         const Shown& shown, const std::function<bool(const Recipe&)>& get,
                         const std::function<void(Recipe&, bool)>& set) {
    auto* tick = new QCheckBox(label, this);
    tick->setObjectName(QLatin1String(id));
    tick->setToolTip(tip);
    connect(tick, &QCheckBox::toggled, this,
            [this, set](bool on) { change([&](Recipe& recipe) { set(recipe, on); }); });
    form_->addRow(QString(), tick);
    rows_.push_back({tick, shown, [this, tick, get] { tick->setChecked(get(recipe_)); }});
}

void RecipeForm::addPairing() {
    addSection(tr("Files and pictures"));
    addChoice(
        "layout", tr("Points in"), tr("How the points of different faces are kept apart"), {},
        {{tr("A file for each picture"), static_cast<int>(RecipeLayout::FilePerFace)},
         {tr("A table, a face in each row"), static_cast<int>(RecipeLayout::RowPerFace)},
         {tr("A table, a point in each row"), static_cast<int>(RecipeLayout::RowPerPoint)},
         {tr("One file, a block for each picture"), static_cast<int>(RecipeLayout::Blocks)}},
        [](const Recipe& recipe) { return static_cast<int>(recipe.layout); },
        [](Recipe& recipe, int layout) {
            changeLayout(recipe, static_cast<RecipeLayout>(layout));
        });
    addLine(
        "files", tr("Files"),
        tr("The files that hold points: *.txt, points/*.csv, **/*.pts; several between commas"), {},
        [](const Recipe& recipe) { return listText(recipe.files); },
        [](Recipe& recipe, const QString& text) { recipe.files = typedList(text); });
    addLine(
        "ignore", tr("Pass by"),
        tr("Files, and pictures that tables name, to pass by: *_mirror*; several between commas"),
        {}, [](const Recipe& recipe) { return listText(recipe.ignore); },
        [](Recipe& recipe, const QString& text) { recipe.ignore = typedList(text); });
    addChoice(
        "from", tr("Picture by"), tr("What tells which picture the points belong to"),
        [](const Recipe& recipe) {
            return recipe.layout == RecipeLayout::FilePerFace || isTable(recipe);
        },
        {{tr("The file's name"), static_cast<int>(PictureFrom::FileName)},
         {tr("The file's first line"), static_cast<int>(PictureFrom::FirstLine)},
         {tr("A column of the table"), static_cast<int>(PictureFrom::Column)},
         {tr("Pixels in a column"), static_cast<int>(PictureFrom::Pixels)}},
        [](const Recipe& recipe) { return static_cast<int>(recipe.pictures.from); },
        [](Recipe& recipe, int from) { recipe.pictures.from = static_cast<PictureFrom>(from); });
    addAround("points name", tr("Points"),
              tr("What the name of a file of points has around the part that pairs"), pairsByName,
              &RecipePictures::prefix, &RecipePictures::suffix);
    addAround("picture name", tr("Picture"),
              tr("What the name of a picture has around the part that pairs"), pairsByName,
              &RecipePictures::picture_prefix, &RecipePictures::picture_suffix);
    addLine(
        "picture column", tr("Its column"),
        tr("The column with the picture: its name, or its number from 0; −1 is the last"),
        [](const Recipe& recipe) {
            return recipe.pictures.from == PictureFrom::Column ||
                   recipe.pictures.from == PictureFrom::Pixels;
        },
        [](const Recipe& recipe) { return columnText(recipe.pictures.column); },
        [](Recipe& recipe, const QString& text) { recipe.pictures.column = typedColumn(text); });
    addLine(
        "folder", tr("Folder"),
        tr("Where pictures of this name are taken from when several have it"),
        [](const Recipe& recipe) { return recipe.pictures.from != PictureFrom::Pixels; },
        [](const Recipe& recipe) { return QString::fromStdString(recipe.pictures.folder); },
        [](Recipe& recipe, const QString& text) {
            recipe.pictures.folder = text.trimmed().toStdString();
        });
}

void RecipeForm::addNumbers() {
    addSection(tr("Numbers"));
    addChoice(
        "arrangement", tr("Order"), tr("How the numbers of a face follow each other"),
        [](const Recipe& recipe) {
            return hasNumberedValues(recipe) && recipe.layout != RecipeLayout::RowPerPoint;
        },
        {{tr("In turn: x y, x y, …"), 0}, {tr("In halves: x x …, y y …"), 1}},
        [](const Recipe& recipe) { return recipe.points.in_blocks ? 1 : 0; },
        [](Recipe& recipe, int blocks) { recipe.points.in_blocks = blocks == 1; });
    addTick("y first", tr("y before x"), tr("The first number of a point is how far down it lies"),
            hasNumberedValues, isYFirst, [](Recipe& recipe, bool y_first) {
                if (y_first != isYFirst(recipe))
                    swapXY(recipe);
            });
    addLine(
        "x columns", tr("x in"),
        tr("The columns with x; {i} stands for the point's number, {name} for its name: x{i}, "
           "{name}_x. Empty: columns by their number"),
        [](const Recipe& recipe) { return isTable(recipe); },
        [](const Recipe& recipe) { return patternOf(recipe, 'x'); },
        [](Recipe& recipe, const QString& text) { setColumns(recipe, 'x', text); });
    addLine(
        "y columns", tr("y in"), tr("The columns with y: y{i}, {name}_y"),
        [](const Recipe& recipe) { return isTable(recipe); },
        [](const Recipe& recipe) { return patternOf(recipe, 'y'); },
        [](Recipe& recipe, const QString& text) { setColumns(recipe, 'y', text); });
    addLine(
        "point column", tr("Point in"), tr("The column that says which point a row is"),
        [](const Recipe& recipe) { return recipe.layout == RecipeLayout::RowPerPoint; },
        [](const Recipe& recipe) {
            return recipe.points.has_point_column ? columnText(recipe.points.point) : QString();
        },
        [](Recipe& recipe, const QString& text) {
            recipe.points.has_point_column = !text.trimmed().isEmpty();
            recipe.points.point =
                recipe.points.has_point_column ? typedColumn(text) : RecipeColumn();
        });
    addChoice("beside", tr("With"), tr("What follows the two numbers of a point"),
              hasNumberedValues,
              {{tr("Nothing else"), 0},
               {tr("Visibility: 0, 1 hidden, 2"), 'v'},
               {tr("Seen: 0 is hidden"), 's'},
               {tr("Occluded: 1 is hidden"), 'o'},
               {tr("A confidence"), 'c'},
               {tr("A number to pass by"), '-'},
               {tr("Other values"), kOtherValues}},
              valueBeside, [](Recipe& recipe, int value) {
                  if (value == kOtherValues)
                      return;
                  recipe.points.order = isYFirst(recipe) ? "yx" : "xy";
                  if (value != 0)
                      recipe.points.order += static_cast<char>(value);
              });
    addLine(
        "variables", tr("Variable"),
        tr("The variable of a MATLAB file that holds the points; of several between commas the "
           "first "
           "that is there"),
        [](const Recipe& recipe) { return !recipe.text.variables.empty(); },
        [](const Recipe& recipe) { return listText(recipe.text.variables); },
        [](Recipe& recipe, const QString& text) { recipe.text.variables = typedList(text); });
    addCount(
        "skip numbers", tr("Skip"), tr("Numbers of a face before its first point"), {},
        [](const Recipe& recipe) { return !isTable(recipe); },
        [](const Recipe& recipe) { return recipe.text.skip_numbers; },
        [](Recipe& recipe, int count) { recipe.text.skip_numbers = count; });
    addTick(
        "count first", tr("First the number of points"),
        tr("The first number of a face says how many points follow"),
        [](const Recipe& recipe) { return !isTable(recipe); },
        [](const Recipe& recipe) { return recipe.text.count_first; },
        [](Recipe& recipe, bool on) { recipe.text.count_first = on; });
    addCount(
        "first", tr("From column"), tr("The column of the first number, counted from 0"), {},
        [](const Recipe& recipe) { return isTable(recipe) && !hasColumns(recipe); },
        [](const Recipe& recipe) { return recipe.points.first; },
        [](Recipe& recipe, int first) { recipe.points.first = first; });
    addCount(
        "count", tr("Points"), tr("How many points a face has"), tr("as many as there are"),
        hasNumberedValues, [](const Recipe& recipe) { return recipe.points.count; },
        [](Recipe& recipe, int count) { recipe.points.count = count; });
}

void RecipeForm::addPlace() {
    addSection(tr("Coordinates"));
    addChoice(
        "frame", tr("Are"), tr("What the numbers are relative to"), {},
        {{tr("Pixels"), static_cast<int>(RecipeFrame::Pixels)},
         {tr("Relative to the picture"), static_cast<int>(RecipeFrame::Picture)},
         {tr("From its middle, y upwards"), static_cast<int>(RecipeFrame::Centre)},
         {tr("Relative to the face's box"), static_cast<int>(RecipeFrame::Box)}},
        [](const Recipe& recipe) { return static_cast<int>(recipe.place.frame); },
        [](Recipe& recipe, int frame) {
            recipe.place.frame = static_cast<RecipeFrame>(frame);
            if (recipe.place.frame != RecipeFrame::Pixels)
                recipe.place.first_pixel = 0;
        });
    addSize();
    addChoice(
        "first pixel", tr("Top-left pixel"), tr("The coordinates of the first pixel"),
        [](const Recipe& recipe) { return recipe.place.frame == RecipeFrame::Pixels; },
        {{tr("is (0, 0)"), 0}, {tr("is (1, 1)"), 1}},
        [](const Recipe& recipe) { return recipe.place.first_pixel == 0 ? 0 : 1; },
        [](Recipe& recipe, int first) { recipe.place.first_pixel = first; });
    addLine(
        "missing", tr("Missing"),
        tr("What stands for a point that is not there: a number (-1) or a pair (0 0); several "
           "between commas"),
        {},
        [](const Recipe& recipe) {
            QStringList marks;
            for (const std::string& mark : recipe.points.missing)
                marks << QString::fromStdString(mark).replace(',', ' ');
            return marks.join(QStringLiteral(", "));
        },
        [](Recipe& recipe, const QString& text) {
            recipe.points.missing.clear();
            for (const QString& mark : text.split(',', Qt::SkipEmptyParts))
                recipe.points.missing.push_back(mark.simplified().replace(' ', ',').toStdString());
        });
    addScheme();
}

void RecipeForm::addSize() {
    auto* cell = new QWidget(this);
    auto* row = makeRow(cell, 4);
    const auto add = [&](const char* id, const QString& name, double RecipePlace::*side) {
        auto* number = new QuietNumber(cell);
        number->setObjectName(QLatin1String(id));
        number->setAccessibleName(name);
        number->setToolTip(
            tr("The numbers of the far edge: 1 × 1, 100 × 100, or the size in "
               "pixels that the picture had"));
        number->setDecimals(3);
        number->setRange(0.001, 1e6);
        number->setMinimumWidth(48);
        connect(number, &QDoubleSpinBox::valueChanged, this, [this, side](double value) {
            change([&](Recipe& recipe) { recipe.place.*side = value; });
        });
        row->addWidget(number, 1);
        rows_.push_back(
            {number, {}, [this, number, side] { number->setValue(recipe_.place.*side); }});
    };
    add("width", tr("Width"), &RecipePlace::width);
    row->addWidget(new QLabel(QStringLiteral("×"), cell));
    add("height", tr("Height"), &RecipePlace::height);
    form_->addRow(tr("Size"), cell);
    rows_.push_back({cell,
                     [](const Recipe& recipe) {
                         return recipe.place.frame == RecipeFrame::Picture ||
                                recipe.place.frame == RecipeFrame::Box;
                     },
                     [] {}});
}

void RecipeForm::addScheme() {
    // −1: one that is not known here.
    Choices choices = {{tr("The one that fits best"), 0}};
    std::vector<std::string> names = {""};
    for (const LandmarkScheme& scheme : builtin_schemes()) {
        choices.emplace_back(QString::fromStdString(scheme.title), static_cast<int>(names.size()));
        names.push_back(scheme.name);
    }
    addChoice(
        "scheme", tr("Scheme"), tr("What the points mean"), {}, choices,
        [names](const Recipe& recipe) {
            const auto found = std::find(names.begin(), names.end(), recipe.scheme);
            return found == names.end() ? -1 : static_cast<int>(found - names.begin());
        },
        [names](Recipe& recipe, int place) {
            if (place >= 0)
                recipe.scheme = names[static_cast<size_t>(place)];
        });
}

void RecipeForm::addText() {
    addSection(tr("Text"));
    addChoice(
        "separator", tr("Between fields"), tr("What stands between two numbers or names"), {},
        {{tr("Found by looking"), 0},
         {tr("Spaces"), ' '},
         {tr("Tabs"), '\t'},
         {tr("Commas"), ','},
         {tr("Semicolons"), ';'},
         {tr("Bars"), '|'},
         {tr("Colons"), ':'},
         {tr("Any of these"), '*'}},
        [](const Recipe& recipe) { return int{recipe.text.separator}; },
        [](Recipe& recipe, int letter) { recipe.text.separator = static_cast<char>(letter); });
    addChoice(
        "decimal", tr("Decimals"), tr("What stands before the decimals of a number"), {},
        {{tr("Found by looking"), 0}, {tr("Point: 1.5"), '.'}, {tr("Comma: 1,5"), ','}},
        [](const Recipe& recipe) { return int{recipe.text.decimal}; },
        [](Recipe& recipe, int letter) { recipe.text.decimal = static_cast<char>(letter); });
    addCount(
        "skip lines", tr("Skip lines"), tr("Lines at the top of each file to pass over"), {}, {},
        [](const Recipe& recipe) { return recipe.text.skip_lines; },
        [](Recipe& recipe, int count) { recipe.text.skip_lines = count; });
    addChoice(
        "head", tr("First row"), tr("What the first row of the table holds"),
        [](const Recipe& recipe) { return isTable(recipe); },
        {{tr("Found by looking"), static_cast<int>(TableHead::Guess)},
         {tr("A face"), static_cast<int>(TableHead::None)},
         {tr("Names of columns"), static_cast<int>(TableHead::Names)},
         {tr("DeepLabCut's head"), static_cast<int>(TableHead::DeepLabCut)}},
        [](const Recipe& recipe) { return static_cast<int>(recipe.text.head); },
        [](Recipe& recipe, int head) { recipe.text.head = static_cast<TableHead>(head); });
}

}  // namespace rudolph
