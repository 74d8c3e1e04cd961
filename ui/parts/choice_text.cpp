#include "ui/parts/choice_text.h"

#include <QMap>

#include "ui/settings/translation.h"

namespace rudolph {

QString choiceText(const std::string& choice) {
    static const QMap<QString, QString> names = {
        {"cnn", "CNN"},
        {"resnet18", "ResNet-18"},
        {"resnet34", "ResNet-34"},
        {"relu", "ReLU"},
        {"leaky-relu", "Leaky ReLU"},
        {"cpu", "CPU"},
        {"cuda", "CUDA"},
        {"tanh", "Tanh"},
        {"imm-persons", "IMM persons"},
    };
    const QString text = QString::fromStdString(choice);
    if (names.contains(text))
        return names[text];
    QString spaced = text;
    spaced.replace(QLatin1Char('-'), QLatin1Char(' '));
    spaced[0] = spaced[0].toUpper();
    return coreText(spaced.toStdString());
}

}  // namespace rudolph
